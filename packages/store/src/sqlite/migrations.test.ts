/** A file of every earlier schema opens as the newest, a file of a later one not at all. Attack case D11. */
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { SchemaTooNew, StoreFault } from '../failure.ts'
import { openSqliteStore } from '../sqlite.ts'
import { PersonId } from '../sign-in.ts'
import { kes, minute, person, resumed, table, tokenHash } from '../testing.ts'
import { freshPath, withStore } from '../testing/folder.ts'
import { connect } from './connection.ts'
import { migrations } from './migrations.ts'

const versionOne = readFileSync(new URL('fixtures/version-1.sql', import.meta.url), 'utf8')
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

function write(path: string, sql: string) {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

function ask(path: string, sql: string) {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database.prepare(sql).all()
  database.close()
  return rows.map((row) => Object.values(row)[0])
}

/** What the tables and triggers are made of, however the words were laid out. */
const schemaOf = (path: string) =>
  ask(path, 'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').map((sql) =>
    String(sql)
      .replaceAll(/--.*|\s+/g, ' ')
      .replaceAll(/\s+/g, ' '),
  )

test('[D11] [store-12] a file of schema 1 opens with everything in it, and goes on', async () => {
  const path = freshPath()
  write(path, versionOne)
  await withStore(path, async (store) => {
    const { rooms, signIn } = store
    expect(await store.check()).toEqual([])
    expect(await rooms.list()).toEqual([table('talks'), 'talks/caucus/KES'])
    const talks = await rooms.load(table('talks'))
    expect(talks?.entries.map(({ seq, request, hash }) => [seq, request, hash.slice(0, 8)])).toEqual([
      [1, 'r-1', '933b62ab'],
      [2, undefined, '6ce15206'],
    ])
    expect(text(talks?.snapshot?.bytes)).toBe('first and second')
    expect(talks?.updates.map((update) => ({ ...update, bytes: text(update.bytes) }))).toEqual([
      { seq: 3, at: minute(3), by: kes, clients: [3_000_000_001], bytes: 'third' },
    ])
    expect(talks?.leases).toEqual(new Map([[3_000_000_001, kes]]))
    expect(text((await rooms.load((await rooms.list())[1] ?? table('none')))?.updates[0]?.bytes)).toBe('caucus')
    await rooms.commit({ rooms: [(await resumed({ rooms }, table('talks'))).next({ updates: 1, entries: 1 })] })
    await signIn.addPerson(person('ilka'))
  })
  expect(ask(path, 'PRAGMA user_version')).toEqual([migrations.at(-1)?.version])
})

test('[D11] [store-12] whoever was signed in under schema 2 becomes a person with their seat, and stays signed in', async () => {
  const path = freshPath()
  const { database } = connect(path, { readOnly: false }, migrations.slice(0, 2))
  database.exec(`
    INSERT INTO sessions VALUES ('${tokenHash('1')}', '${minute(0)}', '${minute(600)}', 'Ilka Marn', 'founder');
    INSERT INTO seats_taken (session, negotiation, seat) VALUES ('${tokenHash('1')}', 'talks', '${kes}'), ('${tokenHash('1')}', 'talks', 'CHR-head');
    INSERT INTO invitations (hash, purpose, negotiation, seat, created_at, created_by, expires, redeemed_at, redeemed_by)
      VALUES ('${tokenHash('a')}', 'seat', 'talks', '${kes}', '${minute(0)}', 'server', '${minute(9)}', '${minute(1)}', '${tokenHash('1')}')`)
  database.close()
  await withStore(path, async (store) => {
    const { signIn } = store
    const signedIn = await signIn.signedIn(tokenHash('1'), minute(5))
    const id = '1'.repeat(32)
    expect(signedIn?.session).toEqual({
      hash: tokenHash('1'),
      person: id,
      createdAt: minute(0),
      expires: minute(600),
      lastUsed: minute(0),
      device: '',
    })
    const who = PersonId.parse(id)
    expect(await signIn.person(who)).toEqual({ person: id, name: 'Ilka Marn', createdAt: minute(0), kind: 'founder' })
    expect(await signIn.seatsOf(who)).toEqual([{ negotiation: 'talks', seat: kes, since: minute(0) }])
    expect(await signIn.invitation(tokenHash('a'))).toMatchObject({ state: { is: 'redeemed', at: minute(1), person: id } })
    expect(await store.check()).toEqual([])
  })
})

test('[store-12] a released step is never edited: it still makes what its fixture holds', () => {
  const [old, anew] = [freshPath(), freshPath()]
  write(old, versionOne)
  connect(anew, { readOnly: false }, migrations.slice(0, 1)).database.close()
  expect(schemaOf(anew)).toEqual(schemaOf(old))
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('[store-12] a step that fails leaves the file as the step before left it', async () => {
  const path = freshPath()
  write(path, versionOne)
  const broken = [
    ...migrations,
    { version: migrations.length + 1, sql: 'CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)' },
  ]
  expect(() => connect(path, { readOnly: false }, broken)).toThrow('nowhere')
  expect(ask(path, 'PRAGMA user_version')).toEqual([migrations.length])
  expect(ask(path, "SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([])
  await withStore(path, async ({ rooms }) => expect((await rooms.load(table('talks')))?.entries).toHaveLength(2))
})

test('[D11] [store-13] a file of a later schema is refused and left alone', () => {
  const path = freshPath()
  write(path, `${versionOne}; PRAGMA user_version = 99`)
  const before = readFileSync(path)
  const opening = () => openSqliteStore({ path })
  expect(opening).toThrow(SchemaTooNew)
  expect(opening).toThrow(expect.objectContaining({ code: 'schema-too-new', found: 99, known: migrations.at(-1)?.version }))
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('[store-13] a file that is not ours is refused and left alone', () => {
  const path = freshPath()
  write(path, 'CREATE TABLE recipes (name TEXT)')
  const before = readFileSync(path)
  expect(() => openSqliteStore({ path })).toThrow(StoreFault)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a reader does not migrate', () => {
  const path = freshPath()
  write(path, versionOne)
  onTestFinished(() => expect(ask(path, 'PRAGMA user_version')).toEqual([1]))
  expect(() => openSqliteStore({ path, readOnly: true })).toThrow(StoreFault)
})
