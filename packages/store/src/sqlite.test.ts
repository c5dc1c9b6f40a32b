/** The store in SQLite keeps the contract, also for whoever opens the file again. */
import { NegotiationId } from '@entente/agreement'
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from './digest.ts'
import { openSqliteStore } from './sqlite.ts'
import { connect } from './sqlite/connection.ts'
import { storeSuite } from './suite.ts'
import { kes, minute, newRoom, orl, person, resumed, table, words } from './testing.ts'
import { freshPath, withStore } from './testing/folder.ts'

storeSuite('SQLite', async (options) => openSqliteStore({ path: freshPath(), ...options }))

test('[store-7] everything is there when the file is opened again', async () => {
  const path = freshPath()
  const before = await withStore(path, async ({ rooms, signIn }) => {
    const talks = await newRoom({ rooms }, 'talks')
    await rooms.commit({ rooms: [talks.next({ updates: 3, entries: 2 }), talks.next({ updates: 1 })] })
    await rooms.saveSnapshot(talks.room, { uptoUpdate: 2, bytes: words(2), sha256: sha256(words(2)) })
    await rooms.lease(talks.room, orl, 2)
    await signIn.addPerson(person('ilka'))
    await signIn.takeSeat(person('ilka').person, { negotiation: NegotiationId.parse('talks'), seat: kes, since: minute(1) })
    return await rooms.load(talks.room)
  })
  await withStore(path, async ({ rooms, signIn }) => {
    expect(await rooms.load(table('talks'))).toEqual(before)
    expect(await signIn.seatsOf(person('ilka').person)).toEqual([{ negotiation: 'talks', seat: kes, since: minute(1) }])
    await rooms.commit({ rooms: [(await resumed({ rooms }, table('talks'))).next({ updates: 1, entries: 1 })] })
    expect((await rooms.load(table('talks')))?.updates.map(({ seq }) => seq)).toEqual([3, 4, 5])
  })
})

test('[store-7] a commit is on disk before it returns: write-ahead log, synchronous FULL, for this user only', async () => {
  const path = freshPath()
  const { database } = connect(path, { readOnly: false })
  onTestFinished(() => database.close())
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema')]).toEqual(['wal', 2, 1, 0])
  const strict = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND strict = 0")
    .all()
  expect(strict).toEqual([])
})

test('the file and its companions are for this user only', async () => {
  const path = freshPath()
  await withStore(path, async (store) => {
    await newRoom(store, 'talks')
    expect(['', '-wal', '-shm'].map((suffix) => (statSync(path + suffix).mode & 0o777).toString(8))).toEqual(['600', '600', '600'])
  })
})

test('[store-8] what was written or said can be neither changed nor deleted through the file', async () => {
  const path = freshPath()
  await withStore(path, async (store) => {
    const talks = await newRoom(store, 'talks')
    await store.rooms.commit({ rooms: [talks.next({ updates: 1, entries: 1 })] })
    await store.rooms.lease(talks.room, kes, 1)
  })
  const database = new DatabaseSync(path)
  onTestFinished(() => database.close())
  for (const rows of ['log', 'entries', 'leases']) {
    expect(() => database.exec(`DELETE FROM ${rows}`)).toThrow(/never|does not end/)
    expect(() => database.exec(`UPDATE ${rows} SET room = 2`)).toThrow('never changed')
  }
})

test('[store-8] updates before a snapshot stay', async () => {
  const path = freshPath()
  await withStore(path, async (store) => {
    const talks = await newRoom(store, 'talks')
    await store.rooms.commit({ rooms: [talks.next({ updates: 5 })] })
    for (const upto of [1, 2, 3, 4, 5])
      await store.rooms.saveSnapshot(talks.room, { uptoUpdate: upto, bytes: words(upto), sha256: sha256(words(upto)) })
  })
  const database = new DatabaseSync(path, { readOnly: true })
  onTestFinished(() => database.close())
  expect(database.prepare('SELECT sum(last - first + 1) AS updates FROM log').get()).toMatchObject({ updates: 5 })
  expect(
    database
      .prepare('SELECT upto FROM snapshots ORDER BY upto')
      .all()
      .map(({ upto }) => upto),
  ).toEqual([3, 4, 5])
})
