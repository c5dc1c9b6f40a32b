/** The log of updates when there are many: the index by room is behind, and nobody may notice. */
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../digest.ts'
import { openSqliteStore } from '../sqlite.ts'
import { newRoom, resumed, table, words } from '../testing.ts'
import { freshPath, withStore } from '../testing/folder.ts'

const ROOMS = 40

test('[store-1] a room is whole with rows in the index, behind it, and on both sides', { timeout: 60_000 }, async () => {
  const path = freshPath()
  const names = Array.from({ length: ROOMS }, (_, index) => `talks-${index}`)
  const store = openSqliteStore({ path })
  onTestFinished(() => store.close())
  const scribes = await Promise.all(names.map((name) => newRoom(store, name)))
  const [first] = scribes
  if (first === undefined) throw new Error('There are forty rooms')
  const database = new DatabaseSync(path, { readOnly: true })
  onTestFinished(() => database.close())
  const waiting = database.prepare('SELECT (SELECT max(n) FROM log) - upto AS waiting, upto FROM placed')
  const seen = { before: false, between: false }
  for (let commits = 1; commits <= 230; commits += 1) {
    await store.rooms.commit({ rooms: scribes.map((scribe) => scribe.next({ updates: 1 + (commits % 3) })) })
    if (commits % 23 !== 0) continue
    const last = first.next({}).expect.update
    await store.rooms.saveSnapshot(first.room, { uptoUpdate: last - (commits % 7), bytes: words(commits), sha256: sha256(words(commits)) })
    const from = last - (commits % 7) + 1
    const loaded = await store.rooms.load(first.room)
    const expected = Array.from({ length: last - from + 1 }, (_, index) => from + index)
    expect(loaded?.updates.map(({ seq }) => seq)).toEqual(expected)
    expect(loaded?.updates.map(({ bytes }) => bytes)).toEqual(expected.map((seq) => words(seq)))
    const { waiting: rows, upto } = waiting.get() ?? {}
    if (upto === 0) seen.before = true
    if (Number(upto) > 0 && Number(rows) > 0) seen.between = true
  }
  expect(seen).toEqual({ before: true, between: true })
  for (const scribe of scribes.slice(1)) {
    const last = scribe.next({}).expect.update
    const loaded = await store.rooms.load(scribe.room)
    expect(loaded?.updates.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  }
})

test('[store-3] a writer that comes after a restart is fenced by rows in the index too', { timeout: 60_000 }, async () => {
  const path = freshPath()
  await withStore(path, async (store) => {
    const talks = await newRoom(store, 'talks')
    const others = await Promise.all(Array.from({ length: 100 }, (_, index) => newRoom(store, `other-${index}`)))
    await store.rooms.commit({ rooms: [talks.next({ updates: 2 })] })
    for (let commits = 0; commits < 45; commits += 1) await store.rooms.commit({ rooms: others.map((other) => other.next({ updates: 1 })) })
  })
  await withStore(path, async (store) => {
    const talks = await resumed(store, table('talks'))
    const growth = talks.next({ updates: 1 })
    expect(growth.expect.update).toBe(2)
    await expect(store.rooms.commit({ rooms: [{ ...growth, expect: { update: 1, entry: 0 } }] })).rejects.toMatchObject({ code: 'fenced' })
    await store.rooms.commit({ rooms: [growth] })
  })
})

/** A room that was never compacted; ten times what a negotiation of months has. */
test('[store-9] 100,000 updates are loaded in less than 5 seconds', { timeout: 60_000 }, async () => {
  const path = freshPath()
  await withStore(path, async (store) => {
    const talks = await newRoom(store, 'talks')
    // Ten thousand rows of the log, as ten thousand commits would leave them, without waiting for the disk so often.
    for (let commits = 0; commits < 100; commits += 1)
      await store.rooms.commit({ rooms: Array.from({ length: 100 }, () => talks.next({ updates: 10 })) })
    const start = performance.now()
    const loaded = await store.rooms.load(talks.room)
    expect(loaded?.updates).toHaveLength(100_000)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
