/** A backup is the whole store at one moment, taken while it is written. Attack case D12. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StoreFault } from '../failure.ts'
import { missesItsLog, openSqliteStore } from '../sqlite.ts'
import { newRoom, resumed, table, words } from '../testing.ts'
import { freshPath, withStore } from '../testing/folder.ts'

const talks = table('talks')

test('[store-16] a backup under load is whole, of one moment, and opens like any other', { timeout: 60_000 }, async () => {
  const path = freshPath()
  const to = join(dirname(path), 'backups', 'copy.db')
  const store = openSqliteStore({ path })
  onTestFinished(() => store.close())
  const [scribe, other] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
  // Large enough that copying it takes a while.
  for (let commits = 0; commits < 20; commits += 1) {
    const growth = scribe.next({ updates: 10, entries: 1 })
    const updates = growth.updates.map((update, index) => ({ ...update, bytes: words(growth.expect.update + 1 + index, 100_000) }))
    await store.rooms.commit({ rooms: [{ ...growth, updates }, other.next({ updates: 10 })] })
  }
  const state = { done: false, commits: 0 }
  const backup = store.backup(to).then(() => (state.done = true))
  while (!state.done) {
    await store.rooms.commit({ rooms: [scribe.next({ updates: 1, entries: 1 }), other.next({ updates: 1 })] })
    state.commits += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  await backup
  expect(state.commits).toBeGreaterThan(0)
  await withStore(to, async (copy) => {
    expect(await copy.check()).toEqual([])
    const [mine, theirs] = [await copy.rooms.load(talks), await copy.rooms.load(table('other'))]
    const since = (mine?.updates.length ?? 0) - 200
    expect(since).toBeGreaterThanOrEqual(0)
    expect(since).toBeLessThanOrEqual(state.commits)
    // Both rooms and both streams are of the same moment.
    expect([mine?.entries.length, theirs?.updates.length]).toEqual([20 + since, 200 + since])
    expect(mine?.updates.slice(200).every(({ seq, bytes }) => Buffer.compare(bytes, words(seq)) === 0)).toBe(true)
    await copy.rooms.commit({ rooms: [(await resumed(copy, talks)).next({ updates: 1, entries: 1 })] })
  })
  expect((statSync(to).mode & 0o777).toString(8)).toBe('600')
  expect(existsSync(`${to}.part`)).toBe(false)
})

test('[store-16] a backup is one file: reading it needs nothing beside it and leaves nothing there', async () => {
  const path = freshPath()
  const to = join(dirname(path), 'backups', 'copy.db')
  await withStore(path, async (store) => {
    const scribe = await newRoom(store, 'talks')
    await store.rooms.commit({ rooms: [scribe.next({ updates: 3 })] })
    await store.backup(to)
  })
  const copy = openSqliteStore({ path: to, readOnly: true })
  expect((await copy.rooms.load(talks))?.updates).toHaveLength(3)
  await copy.close()
  expect(readdirSync(dirname(to))).toEqual(['copy.db'])
  expect(missesItsLog(to)).toBe(false)
})

test('[store-16] a backup replaces an older one when it is complete, and leaves it when it fails', async () => {
  const path = freshPath()
  const to = join(dirname(path), 'copy.db')
  await withStore(path, async (store) => {
    await newRoom(store, 'talks')
    await store.backup(to)
    await newRoom(store, 'other')
    writeFileSync(`${to}.part`, 'left by a process that was killed')
    await store.backup(to)
    const complete = readFileSync(to)
    await expect(store.backup(join(to, 'inside-a-file.db'))).rejects.toBeInstanceOf(StoreFault)
    const folder = join(dirname(to), 'folder')
    mkdirSync(folder)
    await expect(store.backup(folder)).rejects.toBeInstanceOf(StoreFault)
    expect(existsSync(`${folder}.part`)).toBe(false)
    expect(readFileSync(to).equals(complete)).toBe(true)
  })
  await withStore(to, async ({ rooms }) => expect(await rooms.list()).toEqual([talks, table('other')]))
})

test('a copy of the file alone misses what is in the write-ahead log, which is why there is a backup', async () => {
  const path = freshPath()
  const [naive, proper] = [`${path}.naive`, `${path}.proper`]
  await withStore(path, async (store) => {
    const scribe = await newRoom(store, 'talks')
    await store.rooms.commit({ rooms: [scribe.next({ updates: 50 })] })
    await store.backup(proper)
    // In another process: closing a file here would drop the locks that this one has on it.
    execFileSync('cp', [path, naive])
  })
  expect([naive, proper, path].map(missesItsLog)).toEqual([true, false, false])
  await withStore(proper, async ({ rooms }) => expect((await rooms.load(talks))?.updates).toHaveLength(50))
  await withStore(naive, async ({ rooms }) => expect(await rooms.list()).toEqual([]))
})
