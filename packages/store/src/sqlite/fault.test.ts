/** What the machine would not do is thrown as a fault, nothing is half written, and it goes on when the machine does. Attack case D3. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StoreFault } from '../failure.ts'
import { platformRandom } from '../lease.ts'
import { openSqliteStore, storeOn } from '../sqlite.ts'
import { kes, minute, newRoom, resumed, table, person, tokenHash, words } from '../testing.ts'
import { freshPath, startWriter, withStore } from '../testing/folder.ts'
import { connect } from './connection.ts'

/** A store and its connection, to make the machine fail underneath it. */
function exposed() {
  const connection = connect(freshPath(), { readOnly: false })
  onTestFinished(() => connection.database.close())
  return { ...connection, store: storeOn(connection, platformRandom) }
}

const big = (seq: number) => ({ at: minute(seq), by: kes, clients: [7], bytes: words(seq, 100_000) })

test.each([
  ['a full disk', 'disk-full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 4294967294'],
  ['a disk that may only be read', 'read-only', 'PRAGMA query_only = ON', 'PRAGMA query_only = OFF'],
])('[store-15] %s: a fault, nothing written, reading goes on, writing too when it is over', async (_, reason, fail, recover) => {
  const { store, database } = exposed()
  const [talks, other] = [await newRoom(store, 'talks'), await newRoom(store, 'other')]
  await store.rooms.commit({ rooms: [talks.next({ updates: 2, entries: 1 }), other.next({ updates: 1 })] })
  const before = await store.rooms.load(talks.room)
  database.exec(fail)
  const fault = { code: 'store-fault', reason }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { expect: known } = (await resumed(store, talks.room)).next({})
    const growth = {
      room: talks.room,
      epoch: 1,
      expect: known,
      updates: [big(3)],
      entries: (await resumed(store, talks.room)).next({ entries: 1 }).entries,
    }
    await expect(store.rooms.commit({ rooms: [(await resumed(store, other.room)).next({ updates: 1 }), growth] })).rejects.toMatchObject(
      fault,
    )
  }
  expect(await store.rooms.load(talks.room)).toEqual(before)
  expect((await store.rooms.load(other.room))?.updates).toHaveLength(1)
  expect(await store.rooms.entriesSince(talks.room, 0)).toHaveLength(1)
  database.exec(recover)
  await store.rooms.commit({ rooms: [(await resumed(store, talks.room)).next({ updates: 1, entries: 1 })] })
  expect((await store.rooms.load(talks.room))?.updates).toHaveLength(3)
  expect(await store.check()).toEqual([])
})

test('[store-15] on a disk that may only be read nothing is leased, invited, or kept', async () => {
  const { store, database } = exposed()
  const talks = await newRoom(store, 'talks')
  database.exec('PRAGMA query_only = ON')
  for (const attempt of [
    store.rooms.lease(talks.room, kes, 1),
    store.rooms.create(table('other'), minute(1)),
    store.signIn.addPerson(person('ilka')),
    store.signIn.endSession(tokenHash('1')),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'store-fault', reason: 'read-only', sqlite: 8 })
  database.exec('PRAGMA query_only = OFF')
  expect(await store.rooms.leases(talks.room)).toEqual(new Map())
  expect(await store.rooms.list()).toEqual([talks.room])
})

test('a fault says what SQLite said', async () => {
  const { store, database } = exposed()
  const talks = await newRoom(store, 'talks')
  database.exec('PRAGMA query_only = ON')
  const refused = store.rooms.commit({ rooms: [talks.next({ updates: 1 })] })
  await expect(refused).rejects.toMatchObject({ name: 'StoreFault', cause: { code: 'ERR_SQLITE_ERROR' } })
  await expect(refused).rejects.toThrow('readonly')
})

test('a mistake of ours is not called a fault of the machine', async () => {
  const { store } = exposed()
  const talks = await newRoom(store, 'talks')
  const growth = talks.next({ updates: 1, clients: [2 ** 40] })
  await expect(store.rooms.commit({ rooms: [growth] })).rejects.not.toBeInstanceOf(StoreFault)
  expect((await store.rooms.load(talks.room))?.updates).toEqual([])
})

/** Root may write to everything, so the right cannot be taken away from it. */
test.skipIf(process.getuid?.() === 0)(
  '[store-15] a file without the right to write is a fault, and opens when the right is there (not as root, who may write to everything)',
  async () => {
    const path = freshPath()
    await withStore(path, (store) => newRoom(store, 'talks'))
    chmodSync(path, 0o400)
    expect(() => openSqliteStore({ path })).toThrow(StoreFault)
    chmodSync(path, 0o600)
    await withStore(path, async ({ rooms }) => expect(await rooms.list()).toEqual([table('talks')]))
  },
)

test('[store-15] what cannot be opened is a fault: a folder, a file of something else, a path through a file', () => {
  const path = freshPath()
  const folder = join(dirname(path), 'folder')
  mkdirSync(folder)
  const letter = join(dirname(path), 'letter.txt')
  writeFileSync(letter, 'Dear colleague, this is not a database. '.repeat(100))
  for (const wrong of [folder, letter, join(letter, 'rooms.db')]) expect(() => openSqliteStore({ path: wrong })).toThrow(StoreFault)
})

/** Changes the limits of a running process (util-linux). */
const PRLIMIT = '/usr/bin/prlimit'

/** The real thing: the system refuses to let the file grow, in the middle of a commit, and later allows it again. */
test.skipIf(!existsSync(PRLIMIT))(
  '[store-15] a process whose disk stops taking its writes says so, loses nothing, and goes on without a restart (with prlimit of util-linux)',
  { timeout: 60_000 },
  async () => {
    const path = freshPath()
    const writer = startWriter(path)
    const { pid } = writer.process
    if (pid === undefined) throw new Error('The writer did not start')
    const limit = (bytes: number | 'unlimited') => execFileSync(PRLIMIT, ['--pid', String(pid), `--fsize=${bytes}:`])
    const saved = new Map<string, number>()
    const until = async (what: string) => {
      for (;;) {
        const line = await writer.line()
        if (line === undefined) throw new Error('The writer ended')
        const [kind, room = '', update] = line.split(' ')
        if (kind === 'saved') saved.set(room, Number(update))
        if (kind === what) return line
      }
    }
    await until('open')
    await until('saved')
    limit(statSync(`${path}-wal`).size + 50_000)
    expect(['fault input-output', 'fault disk-full']).toContain(await until('fault'))
    const then = new Map(saved)
    limit('unlimited')
    while ([...saved].every(([room, update]) => update <= (then.get(room) ?? 0) + 20)) await until('saved')
    writer.process.kill('SIGKILL')
    await writer.ended()
    await withStore(path, async (store) => {
      expect(await store.check()).toEqual([])
      for (const [room, update] of saved) {
        const updates = (await store.rooms.load((await store.rooms.list()).find((one) => one === room) ?? table('none')))?.updates ?? []
        expect(updates.length).toBeGreaterThanOrEqual(update)
        expect(updates.every(({ seq, bytes }) => Buffer.compare(bytes, words(seq)) === 0)).toBe(true)
      }
    })
  },
)
