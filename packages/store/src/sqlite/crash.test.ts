/** What was said to be saved is there after kill -9 at any moment. Attack case D1, the store's part. */
import { RoomId } from '@entente/agreement'
import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Store } from '../contract.ts'
import { words } from '../testing.ts'
import { freshPath, startWriter, withStore } from '../testing/folder.ts'

const KILLS = 10
/** Lines after which the write-ahead log is being folded in beside the commits, or was. */
const LATE = 1_200

test('[store-7] nothing that was acknowledged is lost in ten kills', { timeout: 120_000 }, async () => {
  const path = freshPath()
  const seed = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31))
  const acknowledged = new Acknowledged()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = startWriter(path, String(seed + kill))
    expect(await writer.line()).toBe('open')
    // The writer is ahead of what was read here, so the kill meets it anywhere in a later commit.
    const patience = ((seed + kill * 7_919) % 300) + (kill % 2 === 0 ? 1 : LATE)
    for (let lines = 0; lines < patience; lines += 1) acknowledged.hear(await writer.line())
    writer.process.kill('SIGKILL')
    for (let line = await writer.line(); line !== undefined; line = await writer.line()) acknowledged.hear(line)
    await writer.ended()
    await withStore(path, async (store) => {
      const lost = [...(await acknowledged.missingFrom(store)), ...(await store.check())]
      expect({ seed, kill, lost }).toEqual({ seed, kill, lost: [] })
    })
  }
  const { updates, entries, leases } = acknowledged
  expect({ seed, rooms: updates.size }).toEqual({ seed, rooms: 3 })
  expect(entries.size).toBeGreaterThan(KILLS)
  expect(leases.size).toBeGreaterThan(KILLS)
})

/** Everything a writer was told is durable, in all its lives. */
class Acknowledged {
  /** The last update of each room. */
  readonly updates = new Map<string, number>()
  /** Room, number and hash. */
  readonly entries = new Set<string>()
  /** Room and clientID. */
  readonly leases = new Set<string>()

  hear(line: string | undefined) {
    const [what, room = '', first = '', entry = '', hash = ''] = line?.split(' ') ?? []
    switch (what) {
      case 'saved':
        this.updates.set(room, Number(first))
        if (entry !== '0') this.entries.add(`${room} ${entry} ${hash}`)
        return
      case 'leased':
        this.leases.add(`${room} ${first}`)
        return
      default:
        throw new Error(`The writer said: ${line}`)
    }
  }

  /** What is not in the store, or not as it was written. Loading verifies the chain. */
  async missingFrom({ rooms }: Store): Promise<readonly string[]> {
    const missing: string[] = []
    const found = new Set<string>()
    for (const [room, last] of this.updates) {
      const stored = await rooms.load(RoomId.parse(room))
      const updates = stored?.updates ?? []
      if (updates.length < last) missing.push(`${room} updates ${updates.length + 1}–${last}`)
      for (const { seq, bytes } of updates) if (Buffer.compare(bytes, words(seq)) !== 0) missing.push(`${room} update ${seq} is another`)
      for (const { seq, hash } of stored?.entries ?? []) found.add(`${room} ${seq} ${hash}`)
      for (const client of stored?.leases.keys() ?? []) found.add(`${room} ${client}`)
    }
    return [...missing, ...[...this.entries, ...this.leases].filter((one) => !found.has(one))]
  }
}
