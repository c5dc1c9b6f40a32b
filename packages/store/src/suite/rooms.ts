/** The contract of rooms: two streams that only grow, all or nothing. */
import { append, ClauseId, NO_ENTRIES, PartyId, type Entry } from '@entente/agreement'
import { describe, expect, test } from 'vitest'
import { Fenced, UnknownRoom } from '../failure.ts'
import { entry, kes, minute, newRoom, orl, resumed, scribe, table, update, words } from '../testing.ts'
import { emptyStore, type OpenStore } from './opening.ts'

export function roomsSuite(name: string, open: OpenStore): void {
  describe(`${name}: rooms`, () => {
    test('[store-1] a room is created once, empty, and listed', async () => {
      const store = await emptyStore(open)
      expect(await store.rooms.create(table('talks'), minute(0))).toBe('created')
      expect(await store.rooms.create(table('other'), minute(1))).toBe('created')
      expect(await store.rooms.create(table('talks'), minute(2))).toBe('exists')
      expect(await store.rooms.list()).toEqual([table('talks'), table('other')])
      expect(await store.rooms.load(table('talks'))).toEqual({
        room: table('talks'),
        createdAt: minute(0),
        epoch: 1,
        entries: [],
        snapshot: undefined,
        updates: [],
        leases: new Map(),
        damagedSnapshots: [],
      })
      expect(await store.rooms.load(table('nowhere'))).toBeUndefined()
    })

    test('[store-1] updates and entries come back as they were given, numbered from 1', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      const first = talks.next({ updates: 2, entries: 1 })
      const second = talks.next({ updates: 1, entries: 2, by: orl, clients: [8, 9] })
      await store.rooms.commit({ rooms: [first] })
      await store.rooms.commit({ rooms: [second] })
      const loaded = await store.rooms.load(talks.room)
      expect(loaded?.entries).toEqual([...first.entries, ...second.entries])
      expect(loaded?.updates).toEqual([
        { seq: 1, at: minute(1), by: kes, clients: [7], bytes: words(1) },
        { seq: 2, at: minute(2), by: kes, clients: [7], bytes: words(2) },
        { seq: 3, at: minute(3), by: orl, clients: [8, 9], bytes: words(3) },
      ])
    })

    test('[store-1] what was stored does not change with the bytes it was given or gave', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      const bytes = words(1)
      await store.rooms.commit({ rooms: [{ ...talks.next({}), updates: [{ ...update(1), bytes }] }] })
      bytes.fill(0)
      const given = await store.rooms.load(talks.room)
      given?.updates[0]?.bytes.fill(0)
      expect((await store.rooms.load(talks.room))?.updates[0]?.bytes).toEqual(words(1))
    })

    test('[store-1] an entry comes back whole: author, request, signature, every script', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      const said = append(NO_ENTRIES, {
        room: talks.room,
        at: minute(1),
        by: { seat: kes, party: PartyId.parse('KES') },
        request: 'r-1',
        fact: {
          kind: 'clause-retitled',
          clause: ClauseId.parse('ceasefire'),
          heading: 'الجولة «الثانية» – Другий раунд "2" \\ \u2028 \u200f 😀',
        },
        signature: { algorithm: 'ed25519', key: 'k', value: 'v' },
      })
      await store.rooms.commit({ rooms: [{ ...talks.next({}), entries: [said] }] })
      expect((await store.rooms.load(talks.room))?.entries).toEqual([said])
      expect(await store.rooms.entriesSince(talks.room, 0)).toEqual([said])
    })

    test('[store-2] one batch writes many rooms, and a room nothing', async () => {
      const store = await emptyStore(open)
      const [talks, other, quiet] = [await newRoom(store, 'talks'), await newRoom(store, 'other'), await newRoom(store, 'quiet')]
      await store.rooms.commit({ rooms: [talks.next({ updates: 1 }), other.next({ updates: 2, entries: 1 }), quiet.next({})] })
      await store.rooms.commit({ rooms: [] })
      expect((await store.rooms.load(talks.room))?.updates).toHaveLength(1)
      expect((await store.rooms.load(other.room))?.updates).toHaveLength(2)
      expect((await store.rooms.load(other.room))?.entries).toHaveLength(1)
      expect((await store.rooms.load(quiet.room))?.updates).toEqual([])
    })

    test('[store-2] a room may stand twice in a batch', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 2, entries: 1 }), talks.next({ updates: 1, entries: 1 })] })
      const loaded = await store.rooms.load(talks.room)
      expect(loaded?.updates.map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(loaded?.entries.map(({ seq }) => seq)).toEqual([1, 2])
    })

    test.each([
      ['an update too few', { update: 1, entry: 1 }],
      ['an update too many', { update: 3, entry: 1 }],
      ['an entry too few', { update: 2, entry: 0 }],
      ['an entry too many', { update: 2, entry: 2 }],
    ])('[store-3] a writer that knows of %s is fenced, and no room of the batch grows', async (_, expected) => {
      const store = await emptyStore(open)
      const [talks, other] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
      await store.rooms.commit({ rooms: [talks.next({ updates: 2, entries: 1 })] })
      const stale = { ...talks.next({ updates: 1 }), expect: expected }
      const refused = store.rooms.commit({ rooms: [other.next({ updates: 1, entries: 1 }), stale] })
      await expect(refused).rejects.toMatchObject({ code: 'fenced', room: talks.room, found: { epoch: 1, update: 2, entry: 1 } })
      expect((await store.rooms.load(other.room))?.updates).toEqual([])
      expect((await store.rooms.load(other.room))?.entries).toEqual([])
      expect((await store.rooms.load(talks.room))?.updates).toHaveLength(2)
    })

    test('[store-3] after being fenced a writer that reads again goes on', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ updates: 1, entries: 1 })] })
      await expect(store.rooms.commit({ rooms: [scribe(talks.room).next({ updates: 1 })] })).rejects.toBeInstanceOf(Fenced)
      await store.rooms.commit({ rooms: [talks.next({ updates: 1, entries: 1 })] })
      expect((await store.rooms.load(talks.room))?.updates).toHaveLength(2)
    })

    test('[store-3] a writer of another epoch is fenced', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await expect(store.rooms.commit({ rooms: [{ ...talks.next({ updates: 1 }), epoch: 2 }] })).rejects.toBeInstanceOf(Fenced)
    })

    test('[store-3] a journal of the right length that branched off is fenced', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      await store.rooms.commit({ rooms: [talks.next({ entries: 1 })] })
      const elsewhere = entry(talks.room, { ...NO_ENTRIES, seq: 1 })
      const branched = { ...talks.next({}), entries: [elsewhere] }
      await expect(store.rooms.commit({ rooms: [branched] })).rejects.toBeInstanceOf(Fenced)
    })

    test('[store-17] another life of a room: its epoch rises, twice the same restore never comes to the same, and older writers are fenced', async () => {
      const store = await emptyStore(open)
      const [talks, other] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
      await store.rooms.commit({ rooms: [talks.next({ updates: 2, entries: 1 }), other.next({ updates: 1 })] })
      expect(await store.rooms.raiseEpoch(talks.room, 0)).toBe(2)
      expect(await store.rooms.raiseEpoch(talks.room, 1_700_000_000)).toBe(1_700_000_000)
      expect(await store.rooms.raiseEpoch(talks.room, 1_700_000_000)).toBe(1_700_000_001)
      const stale = store.rooms.commit({ rooms: [talks.next({ updates: 1 })] })
      await expect(stale).rejects.toMatchObject({ code: 'fenced', found: { epoch: 1_700_000_001 } })
      const reborn = { ...(await resumed(store, talks.room)).next({ updates: 1 }), epoch: 1_700_000_001 }
      await store.rooms.commit({ rooms: [reborn, other.next({ updates: 1 })] })
      const loaded = await store.rooms.load(talks.room)
      expect([loaded?.epoch, loaded?.updates.length, loaded?.entries.length]).toEqual([1_700_000_001, 3, 1])
      expect((await store.rooms.load(other.room))?.epoch).toBe(1)
    })

    test('[store-4] an entry that could not be read back is not written', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      const first = entry(talks.room, NO_ENTRIES)
      const unhashed: Entry = { ...first, at: minute(59) }
      // The schema trims what it reads, so these words would come back with another hash.
      const fact = { kind: 'clause-retitled', clause: ClauseId.parse('ceasefire'), heading: ' Ceasefire' } as const
      const untrimmed = append(NO_ENTRIES, { room: talks.room, at: minute(1), by: 'server', fact })
      const ofAnotherRoom = entry(table('other'), NO_ENTRIES)
      const growth = { ...scribe(talks.room).next({ updates: 1 }), entries: [first] }
      for (const entries of [[unhashed], [untrimmed], [ofAnotherRoom], [first, first]])
        await expect(store.rooms.commit({ rooms: [{ ...growth, entries }] })).rejects.toBeInstanceOf(TypeError)
      expect(await store.rooms.load(talks.room)).toMatchObject({ entries: [], updates: [] })
      await store.rooms.commit({ rooms: [growth] })
      expect(await store.rooms.load(talks.room)).toMatchObject({ entries: [first], updates: [{ seq: 1 }] })
    })

    test('[store-1] entries since a number', async () => {
      const store = await emptyStore(open)
      const talks = await newRoom(store, 'talks')
      const growth = talks.next({ entries: 3 })
      await store.rooms.commit({ rooms: [growth] })
      const { entries } = growth
      expect(await store.rooms.entriesSince(talks.room, 0)).toEqual(entries)
      expect(await store.rooms.entriesSince(talks.room, 2)).toEqual(entries.slice(2))
      expect(await store.rooms.entriesSince(talks.room, 3)).toEqual([])
      expect(await store.rooms.entriesSince(talks.room, 99)).toEqual([])
    })

    test('what is asked of a room that does not exist is our mistake', async () => {
      const store = await emptyStore(open)
      const nowhere = table('nowhere')
      await expect(store.rooms.entriesSince(nowhere, 0)).rejects.toBeInstanceOf(UnknownRoom)
      await expect(store.rooms.updatesSince(nowhere, 0)).rejects.toBeInstanceOf(UnknownRoom)
      await expect(store.rooms.raiseEpoch(nowhere, 2)).rejects.toBeInstanceOf(UnknownRoom)
      await expect(store.rooms.leases(nowhere)).rejects.toBeInstanceOf(UnknownRoom)
      await expect(store.rooms.lease(nowhere, kes, 1)).rejects.toBeInstanceOf(UnknownRoom)
      await expect(store.rooms.commit({ rooms: [scribe(nowhere).next({ updates: 1 })] })).rejects.toBeInstanceOf(UnknownRoom)
    })
  })
}
