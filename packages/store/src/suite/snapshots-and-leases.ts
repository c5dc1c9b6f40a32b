/** The contract of what stands beside the two streams: snapshots, which may be forgotten, and leases, which never end. */
import { describe, expect, test } from 'vitest'
import { KEPT_SNAPSHOTS, MAX_LEASE, type Snapshot, type Writer } from '../contract.ts'
import { sha256 } from '../digest.ts'
import { Fenced } from '../failure.ts'
import { kes, newRoom, orl, words } from '../testing.ts'
import { emptyStore, type OpenStore } from './opening.ts'

const snapshot = (uptoUpdate: number): Snapshot => ({
  uptoUpdate,
  bytes: words(uptoUpdate, 5_000),
  sha256: sha256(words(uptoUpdate, 5_000)),
})

export function snapshotsAndLeasesSuite(name: string, open: OpenStore): void {
  describe(`${name}: snapshots`, () => {
    test('[store-5] a room is loaded from its newest snapshot and the updates after it', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 3 })] })
      await store.rooms.commit({ rooms: [talks.next({ updates: 3 })] })
      for (const upto of [2, 4]) await store.rooms.saveSnapshot(talks.room, snapshot(upto))
      const loaded = await store.rooms.load(talks.room)
      expect(loaded?.snapshot).toEqual(snapshot(4))
      expect(loaded?.updates.map(({ seq }) => seq)).toEqual([5, 6])
      await store.rooms.saveSnapshot(talks.room, snapshot(6))
      expect((await store.rooms.load(talks.room))?.updates).toEqual([])
      await store.rooms.commit({ rooms: [talks.next({ updates: 1 })] })
      expect((await store.rooms.load(talks.room))?.updates.map(({ seq }) => seq)).toEqual([7])
    })

    test('[store-8] the updates that a snapshot contains are still there', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 3 })] })
      await store.rooms.commit({ rooms: [talks.next({ updates: 2 })] })
      await store.rooms.saveSnapshot(talks.room, snapshot(4))
      expect((await store.rooms.load(talks.room))?.updates.map(({ seq }) => seq)).toEqual([5])
      const all = await store.rooms.updatesSince(talks.room, 0)
      expect(all.map(({ seq, bytes }) => [seq, bytes])).toEqual([1, 2, 3, 4, 5].map((seq) => [seq, words(seq)]))
      expect((await store.rooms.updatesSince(talks.room, 2)).map(({ seq }) => seq)).toEqual([3, 4, 5])
      expect(await store.rooms.updatesSince(talks.room, 5)).toEqual([])
    })

    test('[store-5] a snapshot of the same moment replaces the one there was; an older one does not come first', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: KEPT_SNAPSHOTS + 2 })] })
      const better = { uptoUpdate: 3, bytes: words(99), sha256: sha256(words(99)) }
      await store.rooms.saveSnapshot(talks.room, snapshot(3))
      await store.rooms.saveSnapshot(talks.room, better)
      await store.rooms.saveSnapshot(talks.room, snapshot(2))
      expect((await store.rooms.load(talks.room))?.snapshot).toEqual(better)
    })

    test('[store-5] a snapshot with a wrong hash, or of updates that are not there, is refused', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 1 })] })
      await expect(store.rooms.saveSnapshot(talks.room, { ...snapshot(1), bytes: words(2) })).rejects.toBeInstanceOf(TypeError)
      await expect(store.rooms.saveSnapshot(talks.room, snapshot(2))).rejects.toBeInstanceOf(Fenced)
      expect((await store.rooms.load(talks.room))?.snapshot).toBeUndefined()
    })

    test('[store-5] a snapshot does not change with the bytes it was given or gave', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 1 })] })
      const mine = snapshot(1)
      await store.rooms.saveSnapshot(talks.room, mine)
      mine.bytes.fill(0)
      ;(await store.rooms.load(talks.room))?.snapshot?.bytes.fill(0)
      expect((await store.rooms.load(talks.room))?.snapshot).toEqual(snapshot(1))
    })
  })

  describe(`${name}: leases`, () => {
    test('[store-6] a clientID is leased to one writer and stays so', async () => {
      const store = await emptyStore(open)
      const [talks, other] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
      const mine = await store.rooms.lease(talks.room, kes, 3)
      const theirs = await store.rooms.lease(talks.room, orl, 1)
      const own = await store.rooms.lease(talks.room, 'server', 1)
      const all = [...mine, ...theirs, ...own]
      expect(new Set(all).size).toBe(5)
      expect(all.every((client) => Number.isInteger(client) && client > 0 && client < 2 ** 30)).toBe(true)
      const leases = new Map<number, Writer>()
      for (const client of mine) leases.set(client, kes)
      for (const client of theirs) leases.set(client, orl)
      for (const client of own) leases.set(client, 'server')
      expect(await store.rooms.leases(talks.room)).toEqual(leases)
      expect((await store.rooms.load(talks.room))?.leases).toEqual(await store.rooms.leases(talks.room))
      expect(await store.rooms.leases(other.room)).toEqual(new Map())
    })

    test('[store-6] an id is never given twice in a room, however poor the randomness', async () => {
      let draws = 0
      // Zero, then every id four times over.
      const random = () => Math.floor(draws++ / 4)
      const store = await emptyStore(open, { random })
      const [talks, other] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
      const leased = [...(await store.rooms.lease(talks.room, kes, 5)), ...(await store.rooms.lease(talks.room, orl, 5))]
      expect(leased).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      draws = 4
      expect(await store.rooms.lease(talks.room, kes, 1)).toEqual([11])
      draws = 4
      expect(await store.rooms.lease(other.room, kes, 1)).toEqual([1])
      expect((await store.rooms.leases(talks.room)).get(1)).toBe(kes)
    })

    test('[store-6] an id that an update names without a lease belongs to its writer and is not leased to another', async () => {
      let next = 500
      const store = await emptyStore(open, { random: () => next++ })
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 1, by: 'server', clients: [500, 501] })] })
      await store.rooms.commit({ rooms: [talks.next({ updates: 1, by: orl, clients: [501] })] })
      expect(await store.rooms.lease(talks.room, kes, 1)).toEqual([502])
      expect(await store.rooms.leases(talks.room)).toEqual(
        new Map([
          [500, 'server'],
          [501, 'server'],
          [502, kes],
        ]),
      )
    })

    test('[store-6] an id can be leased with a commit, and is leased with all of it or not at all', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [{ ...talks.next({ updates: 0 }), leases: [{ client: 7, writer: kes }] }] })
      const taken = { ...talks.next({ updates: 1, by: orl, clients: [9] }), leases: [8, 7].map((client) => ({ client, writer: orl })) }
      await expect(store.rooms.commit({ rooms: [taken] })).rejects.toBeInstanceOf(TypeError)
      expect([...(await store.rooms.leases(talks.room))]).toEqual([[7, kes]])
      expect((await store.rooms.load(talks.room))?.updates).toEqual([])
    })

    test('[store-6] a source of randomness that repeats itself for ever leases nothing', async () => {
      const store = await emptyStore(open, { random: () => 7 })
      const talks = await newRoom(store, 'talks')
      expect(await store.rooms.lease(talks.room, kes, 1)).toEqual([7])
      await expect(store.rooms.lease(talks.room, kes, 1)).rejects.toThrow('repeats itself')
      expect([...(await store.rooms.leases(talks.room)).keys()]).toEqual([7])
    })

    test.each([0, -1, 1.5, MAX_LEASE + 1, Number.NaN])('[store-6] %d ids cannot be leased', async (count) => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await expect(store.rooms.lease(talks.room, kes, count)).rejects.toBeInstanceOf(RangeError)
      expect(await store.rooms.leases(talks.room)).toEqual(new Map())
    })
  })
}
