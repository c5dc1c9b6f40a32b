/**
 * A connection to the file, set so that a commit is on disk when it returns.
 *
 * WAL, so that readers never wait for the writer nor the writer for them; `synchronous=FULL`, because NORMAL may lose the last commits
 * when the power fails, and somebody was told they were saved.
 */
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { SchemaTooNew, StoreFault } from '../failure.ts'
import { faultOf, guarded } from './fault.ts'
import { APPLICATION_ID, migrations, type Migration } from './migrations.ts'

/** How long another process (somebody looking at the file by hand) may keep us waiting, in milliseconds. */
const BUSY_TIMEOUT = 250

/** How large the write-ahead log may stay after a burst, in bytes. */
const WAL_LIMIT = 64 * 1024 * 1024

export type Connection = {
  readonly database: DatabaseSync
  /** Somebody else may write meanwhile. */
  readonly readOnly: boolean
  /** Reads at one moment: what others commit meanwhile is not seen. */
  readonly read: <Result>(work: () => Result) => Result
  /** Writes all of it or nothing. Durable when it returns. */
  readonly write: <Result>(work: () => Result) => Result
}

/** Opens the file and brings it to the newest schema. Throws `SchemaTooNew` and `StoreFault`, and then has changed nothing. */
export function connect(path: string, { readOnly }: { readonly readOnly: boolean }, steps: readonly Migration[] = migrations): Connection {
  const database = guarded(() => new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT }))
  try {
    return guarded(() => {
      database.exec('PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON')
      recognise(database, path, steps.at(-1)?.version ?? 0)
      if (!readOnly) makeDurable(database, path)
      const connection = { database, readOnly, ...transactions(database) }
      migrate(connection, steps)
      return connection
    })
  } catch (error) {
    database.close()
    throw error
  }
}

function makeDurable(database: DatabaseSync, path: string) {
  const mode = z.object({ journal_mode: z.string() }).parse(database.prepare('PRAGMA journal_mode = WAL').get()).journal_mode
  if (mode !== 'wal') throw new StoreFault('cannot-open', `${path} is on a disk that cannot keep a write-ahead log`)
  database.exec(`PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${WAL_LIMIT}`)
}

/** Refuses a file that is somebody else's or a later version's. */
function recognise(database: DatabaseSync, path: string, known: number) {
  const empty = pragma(database, 'schema_version') === 0
  if (!empty && pragma(database, 'application_id') !== APPLICATION_ID)
    throw new StoreFault('cannot-open', `${path} is not a store of Entente`)
  const found = pragma(database, 'user_version')
  if (found > known) throw new SchemaTooNew(path, found, known)
}

function migrate({ database, write }: Connection, steps: readonly Migration[]) {
  const found = pragma(database, 'user_version')
  for (const { version, sql } of steps.filter((step) => step.version > found)) {
    write(() => database.exec(`${sql}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version}`))
  }
}

function pragma(database: DatabaseSync, name: 'application_id' | 'schema_version' | 'user_version'): number {
  return z.object({ [name]: z.int() }).parse(database.prepare(`PRAGMA ${name}`).get())[name] ?? 0
}

function transactions(database: DatabaseSync): Pick<Connection, 'read' | 'write'> {
  const deferred = database.prepare('BEGIN')
  const immediate = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const within = <Result>(begin: typeof deferred, work: () => Result): Result => {
    try {
      begin.run()
      const result = work()
      commit.run()
      return result
    } catch (error) {
      // Some faults have rolled back already.
      if (database.isTransaction) rollback.run()
      throw faultOf(error)
    }
  }
  return { read: (work) => within(deferred, work), write: (work) => within(immediate, work) }
}
