/**
 * The store of an ordinary installation: one SQLite file, one process.
 *
 * `node:sqlite` answers at once and everything runs in the order it was called, so the promises of the contract are kept by the time they
 * are returned. That is meant: a group commit is a fraction of a millisecond, handing it to a thread costs more than it saves.
 */
import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Random, Store } from './contract.ts'
import { platformRandom } from './lease.ts'
import { connect, type Connection } from './sqlite/connection.ts'
import { faultOf, guarded } from './sqlite/fault.ts'
import { takeLock } from './sqlite/lock.ts'
import { openRooms } from './sqlite/rooms.ts'
import { openSignIn } from './sqlite/sign-in.ts'

export { missesItsLog } from './sqlite/companions.ts'

/** Pages of a backup copied in one step. All of them: one step sees the file at one moment, and commits go on beside it. */
const ALL_PAGES = 2 ** 31 - 1

export type SqliteStore = Store & {
  /**
   * Copies the whole store, as it is at one moment, into a file that can be opened like any other; an existing file is replaced when the
   * copy is complete. Writing goes on meanwhile. (Copying the file by hand misses what is still in the write-ahead log.)
   */
  backup(to: string): Promise<void>
  /** What SQLite finds wrong with the file itself (`quick_check` and foreign keys), in its words. Reads the whole file, and nobody else gets a turn meanwhile. */
  check(): Promise<readonly string[]>
}

export type SqliteOptions = {
  /** The file; it and its folder are made when they do not exist, readable by this user only. */
  readonly path: string
  /** Looks without taking the lock, beside a process that has it. Every write is then a `StoreFault`. */
  readonly readOnly?: boolean
  readonly random?: Random
}

/** Opens the store, migrating it to the newest schema. Throws `StoreInUse`, `SchemaTooNew`, `StoreFault`. */
export function openSqliteStore({ path, readOnly = false, random = platformRandom }: SqliteOptions): SqliteStore {
  if (!readOnly) create(path)
  // The one name of a file that may have several, so that they share one lock.
  const file = guarded(() => realpathSync(path))
  if (!readOnly) requireWritable(file)
  const lock = readOnly ? undefined : takeLock(file)
  try {
    const connection = connect(file, { readOnly })
    return {
      ...storeOn(connection, random),
      backup: (to) => copy(file, to),
      close: async () => {
        connection.database.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** The store on a connection that somebody else opened and will close. */
export function storeOn(connection: Connection, random: Random): Pick<SqliteStore, 'rooms' | 'signIn' | 'check'> {
  return { rooms: openRooms(connection, random), signIn: openSignIn(connection), check: async () => problems(connection) }
}

function problems({ database, read }: Connection): readonly string[] {
  return read(() => [
    ...database
      .prepare('PRAGMA quick_check')
      .all()
      .map((row) => z.object({ quick_check: z.string() }).parse(row).quick_check)
      .filter((line) => line !== 'ok'),
    ...database
      .prepare('PRAGMA foreign_key_check')
      .all()
      .map((row) => `a row of ${String(row['table'])} points at nothing in ${String(row['parent'])}`),
  ])
}

async function copy(from: string, to: string) {
  const unfinished = `${to}.part`
  const { database } = connect(from, { readOnly: true })
  try {
    // Left by a backup that was killed.
    rmSync(unfinished, { force: true })
    create(unfinished)
    await backup(database, unfinished, { rate: ALL_PAGES })
    makeSelfContained(unfinished)
    renameSync(unfinished, to)
    sync(dirname(to))
  } catch (error) {
    discard(unfinished)
    throw faultOf(error)
  } finally {
    database.close()
  }
}

/**
 * Takes the mark of the write-ahead log off a copy: it is one file, which can be read on a medium nobody may write to, and is told apart from
 * a file that was copied without its log.
 */
function makeSelfContained(file: string) {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE')
  } finally {
    database.close()
  }
}

/** Removes what is left of a copy that failed. Why it failed is what has to be said, so a path that cannot even be looked at is no news. */
function discard(unfinished: string) {
  if (existsSync(unfinished)) rmSync(unfinished)
}

/**
 * Makes an empty file for this user alone, unless there is one. SQLite gives its other files the same rights.
 *
 * A file that is there is not touched: opening and closing it would drop the locks this process has on it (POSIX; see "How To Corrupt An
 * SQLite Database File", 2.2).
 */
function create(path: string) {
  if (existsSync(path)) return
  guarded(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    closeSync(openSync(path, 'wx', 0o600))
  })
}

/**
 * SQLite opens a file it may not write to for reading, without a word, and gives it companions that nobody may write to either: the store
 * would stay unusable after the right is given back. So this is asked before, in a way that opens nothing.
 */
function requireWritable(file: string) {
  guarded(() => accessSync(file, constants.R_OK | constants.W_OK))
}

/** Makes the name of a file in a folder durable. */
function sync(folder: string) {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
