/** A row that is missing, changed, moved or unreadable is found and named, and other rooms are served. Attack cases D10 and D14. */
import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sha256 } from '../digest.ts'
import { Corrupt } from '../failure.ts'
import { newRoom, resumed, table, words } from '../testing.ts'
import { freshPath, withStore } from '../testing/folder.ts'

const talks = table('talks')
const other = table('other')
/** Longer than a page of the file, so that it spills into pages of its own. */
const LONG = 12_000

/** Two rooms: `talks` with seven updates in four rows, the last one long, and four entries; and `other`, which must stay well. */
async function damaged(how: (path: string) => void) {
  const path = freshPath()
  await withStore(path, async (store) => {
    const [scribe, sound] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
    for (const entries of [2, 1, 1])
      await store.rooms.commit({ rooms: [scribe.next({ updates: 2, entries }), sound.next({ updates: 1, entries: 1 })] })
    const long = scribe.next({ updates: 1 })
    await store.rooms.commit({ rooms: [{ ...long, updates: long.updates.map((update) => ({ ...update, bytes: words(7, LONG) })) }] })
    for (const upto of [2, 4])
      await store.rooms.saveSnapshot(talks, { uptoUpdate: upto, bytes: words(upto, 50), sha256: sha256(words(upto, 50)) })
  })
  how(path)
  return path
}

/** Changes the file as nothing of ours could. */
const sql = (statements: string) => (path: string) => {
  const database = new DatabaseSync(path)
  for (const trigger of ['entries_stay', 'entries_hold', 'log_stays', 'log_holds']) database.exec(`DROP TRIGGER ${trigger}`)
  database.exec(`PRAGMA foreign_keys = OFF; DELETE FROM snapshots; ${statements}`)
  database.close()
}

/** Overwrites bytes of the file at a place that is found by what stands there. */
const bytes = (find: Uint8Array, at: (found: number) => readonly [from: number, to: number], by: number) => (path: string) => {
  const file = readFileSync(path)
  const found = file.indexOf(find)
  expect(found).toBeGreaterThan(0)
  const [from, to] = at(found)
  file.fill(by, from, to)
  writeFileSync(path, file)
}

/** What is thrown for `talks` while `other` is served. */
async function failureOf(path: string) {
  return withStore(path, async ({ rooms }) => {
    expect(await rooms.list()).toEqual([talks, other])
    const sound = await rooms.load(other)
    expect([sound?.updates.length, sound?.entries.length]).toEqual([3, 3])
    const failure: unknown = await rooms.load(talks).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Corrupt)
    return failure
  })
}

test('no damage, no alarm', async () => {
  const path = await damaged(sql(''))
  await withStore(path, async (store) => {
    expect((await store.rooms.load(talks))?.updates).toHaveLength(7)
    expect((await store.rooms.load(talks))?.entries).toHaveLength(4)
    expect(await store.check()).toEqual([])
  })
})

test.each([
  ['removed', 'DELETE FROM entries WHERE room = 1 AND seq = 2', 2],
  ['changed', `UPDATE entries SET entry = replace(entry, 'Round 3', 'Round 4') WHERE room = 1 AND seq = 3`, 3],
  ['given another hash', `UPDATE entries SET hash = '${'0'.repeat(64)}' WHERE room = 1 AND seq = 3`, 3],
  ['given a hash that is none', `UPDATE entries SET hash = '${'x'.repeat(64)}' WHERE room = 1 AND seq = 3`, 3],
  ['cut', 'UPDATE entries SET entry = substr(entry, 1, 60) WHERE room = 1 AND seq = 1', 1],
  ['made a stranger', `UPDATE entries SET entry = '{"format":99}' WHERE room = 1 AND seq = 4`, 4],
  [
    'exchanged with its neighbour',
    'UPDATE entries SET seq = 5 - seq + 100 WHERE room = 1 AND seq IN (2, 3); UPDATE entries SET seq = seq - 100 WHERE seq > 100',
    2,
  ],
  [
    'brought from another room',
    `UPDATE entries SET (hash, entry) = (SELECT hash, entry FROM entries WHERE room = 2 AND seq = 1) WHERE room = 1 AND seq = 1`,
    1,
  ],
])('[store-14] an entry that was %s is named', async (_, change, seq) => {
  expect(await failureOf(await damaged(sql(change)))).toMatchObject({ code: 'corrupt', room: talks, stream: 'entries', seq })
})

test.each([
  ['removed', 'DELETE FROM log WHERE room = 1 AND first = 3', 3],
  ['changed in its bytes', `UPDATE log SET bytes = zeroblob(length(bytes)) WHERE room = 1 AND first = 3`, 3],
  ['given another author', `UPDATE log SET said = replace(said, 'KES', 'ORL') WHERE room = 1 AND first = 1`, 1],
  ['moved', 'UPDATE log SET first = first + 1, last = last + 1 WHERE room = 1 AND first = 5', 5],
  ['exchanged with its neighbour', 'UPDATE log SET first = 4 - first, last = 6 - last WHERE room = 1 AND first < 5', 1],
  [
    'brought from another room',
    'UPDATE log SET (said, bytes, crc) = (SELECT said, bytes, crc FROM log WHERE room = 2 AND first = 1) WHERE room = 1 AND first = 1',
    1,
  ],
])('[store-14] an update that was %s is named', async (_, change, seq) => {
  const named = { code: 'corrupt', room: talks, stream: 'updates', seq }
  expect(await failureOf(await damaged(sql(change)))).toMatchObject(named)
  const place = 'INSERT INTO places SELECT room, first, n FROM log ORDER BY room, first; UPDATE placed SET upto = (SELECT max(n) FROM log)'
  expect(await failureOf(await damaged(sql(`${change}; ${place}`)))).toMatchObject(named)
})

test('[store-14] an update that stands twice is named, and stops no other room from being written', async () => {
  const path = await damaged(sql('INSERT INTO log SELECT NULL, room, first, last, said, bytes, crc FROM log WHERE room = 1 AND first = 5'))
  expect(await failureOf(path)).toMatchObject({ stream: 'updates', seq: 8 })
  await withStore(path, async (store) => {
    const sound = await resumed(store, other)
    // So many rows that the index by room is brought up to date.
    await store.rooms.commit({ rooms: Array.from({ length: 5_000 }, () => sound.next({ updates: 1 })) })
    expect((await store.rooms.load(other))?.updates).toHaveLength(5_003)
  })
})

test('a journal that lost its end still holds: only somebody who kept a later head can tell', async () => {
  const path = await damaged(sql('DELETE FROM entries WHERE room = 1 AND seq > 2'))
  await withStore(path, async ({ rooms }) => expect((await rooms.load(talks))?.entries).toHaveLength(2))
})

test('[store-14] a bit that flipped on the disk is found', async () => {
  const path = await damaged(bytes(words(7, LONG).subarray(0, 64), (found) => [found + 5, found + 6], 0xff))
  expect(await failureOf(path)).toMatchObject({ stream: 'updates', seq: 7, why: 'changed' })
})

test('[store-14] a page that the disk lost is found', async () => {
  // The first pages of a long row point to the next, so reading ends there.
  const path = await damaged(
    bytes(words(7, LONG).subarray(4_000, 4_100), (found) => [found - (found % 4_096), found - (found % 4_096) + 4_096], 0),
  )
  expect(await failureOf(path)).toMatchObject({ stream: 'updates', seq: 7 })
  await withStore(path, async (store) => expect(await store.check()).not.toEqual([]))
})

test('[store-14] entries are verified when only the last of them are asked for', async () => {
  const path = await damaged(sql(`UPDATE entries SET entry = replace(entry, 'Round 3', 'Round 4') WHERE room = 1 AND seq = 3`))
  await withStore(path, async ({ rooms }) => {
    await expect(rooms.entriesSince(talks, 1)).rejects.toMatchObject({ code: 'corrupt', room: talks, seq: 3 })
    expect(await rooms.entriesSince(talks, 3)).toHaveLength(1)
  })
})

test('[store-5] a damaged snapshot is passed over and reported, and nothing is lost', async () => {
  const spoilt = bytes(words(4, 50).subarray(10), (found) => [found + 5, found + 6], 0xff)
  const path = await damaged(spoilt)
  await withStore(path, async ({ rooms }) => {
    const loaded = await rooms.load(talks)
    expect(loaded?.snapshot?.uptoUpdate).toBe(2)
    expect(loaded?.updates.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7])
    expect(loaded?.damagedSnapshots).toEqual([4])
  })
  bytes(words(2, 50).subarray(10), (found) => [found + 5, found + 6], 0xff)(path)
  await withStore(path, async ({ rooms }) => {
    const loaded = await rooms.load(talks)
    expect(loaded?.snapshot).toBeUndefined()
    expect(loaded?.updates).toHaveLength(7)
    expect(loaded?.damagedSnapshots).toEqual([4, 2])
  })
})

test('[store-14] a damaged update that a snapshot has made superfluous is found when all of them are asked for', async () => {
  const place = 'INSERT INTO places SELECT room, first, n FROM log ORDER BY room, first; UPDATE placed SET upto = (SELECT max(n) FROM log)'
  const path = await damaged(sql(`UPDATE log SET bytes = zeroblob(length(bytes)) WHERE room = 1 AND first = 3; ${place}`))
  const database = new DatabaseSync(path)
  database.prepare('INSERT INTO snapshots VALUES (1, 6, ?, ?)').run(sha256(words(6)), words(6))
  database.close()
  await withStore(path, async ({ rooms }) => {
    expect((await rooms.load(talks))?.updates.map(({ seq }) => seq)).toEqual([7])
    await expect(rooms.updatesSince(talks, 0)).rejects.toMatchObject({ code: 'corrupt', room: talks, stream: 'updates', seq: 3 })
    expect(await rooms.updatesSince(other, 0)).toHaveLength(3)
  })
})

test('[store-14] updates that end before the snapshot are missed', async () => {
  const path = await damaged(sql('DELETE FROM log WHERE room = 1 AND first > 3'))
  await withStore(path, async ({ rooms }) => expect((await rooms.load(talks))?.updates).toHaveLength(4))
  const database = new DatabaseSync(path)
  database.prepare('INSERT INTO snapshots VALUES (1, 6, ?, ?)').run(sha256(words(6)), words(6))
  database.close()
  expect(await failureOf(path)).toMatchObject({ stream: 'updates', seq: 5, why: 'missing' })
})
