/** One process at a time, and readers beside it. Attack case D4. */
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StoreFault, StoreInUse } from '../failure.ts'
import { openSqliteStore } from '../sqlite.ts'
import { kes, newRoom, table } from '../testing.ts'
import { freshPath, startWriter, withStore } from '../testing/folder.ts'

test('[store-10] a second process is refused while the first lives, and let in when it was killed', { timeout: 30_000 }, async () => {
  const path = freshPath()
  const writer = startWriter(path)
  expect(await writer.line()).toBe('open')
  expect(() => openSqliteStore({ path })).toThrow(StoreInUse)
  const refused = startWriter(path)
  expect(await refused.line()).toBe('store-in-use')
  writer.process.kill('SIGKILL')
  await writer.ended()
  await withStore(path, async ({ rooms }) => expect(await rooms.list()).toContain(table('talks')))
  expect(existsSync(`${path}.lock`)).toBe(true)
})

test('[store-10] a process that sleeps keeps its store', { timeout: 30_000 }, async () => {
  const path = freshPath()
  const writer = startWriter(path)
  expect(await writer.line()).toBe('open')
  writer.process.kill('SIGSTOP')
  expect(() => openSqliteStore({ path })).toThrow(StoreInUse)
})

test('[store-10] the same process is refused too, and by any other name of the file', async () => {
  const path = freshPath()
  const alias = join(dirname(path), 'alias.db')
  await withStore(path, async (store) => {
    symlinkSync(path, alias)
    expect(() => openSqliteStore({ path })).toThrow(StoreInUse)
    expect(() => openSqliteStore({ path: alias })).toThrow(StoreInUse)
    await newRoom(store, 'talks')
  })
  await withStore(alias, async ({ rooms }) => expect(await rooms.list()).toEqual([table('talks')]))
})

test('[store-11] a reader sees what is committed, beside the writer, and can write nothing', async () => {
  const path = freshPath()
  await withStore(path, async (store) => {
    const talks = await newRoom(store, 'talks')
    const reader = openSqliteStore({ path, readOnly: true })
    onTestFinished(() => reader.close())
    expect((await reader.rooms.load(talks.room))?.updates).toEqual([])
    await store.rooms.commit({ rooms: [talks.next({ updates: 2, entries: 1 })] })
    expect((await reader.rooms.load(talks.room))?.updates).toHaveLength(2)
    await expect(reader.rooms.commit({ rooms: [talks.next({ updates: 1 })] })).rejects.toMatchObject({
      code: 'store-fault',
      reason: 'read-only',
    })
    await expect(reader.rooms.lease(talks.room, kes, 1)).rejects.toBeInstanceOf(StoreFault)
  })
})

test('[store-11] a reader makes no file', () => {
  const path = freshPath()
  expect(() => openSqliteStore({ path, readOnly: true })).toThrow(StoreFault)
  expect(existsSync(path)).toBe(false)
})
