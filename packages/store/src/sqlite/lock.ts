/**
 * One process at a time.
 *
 * The lock is an exclusive transaction, never finished, on an empty database beside the real one. The operating system drops it when the
 * process ends in whatever way, kill -9 included, so it can be neither left behind nor go stale. It is not on the real file because
 * readers (a status command, a backup) may open that one at any time.
 */
import { DatabaseSync } from 'node:sqlite'
import { StoreFault, StoreInUse } from '../failure.ts'
import { guarded } from './fault.ts'

export type Lock = { readonly release: () => void }

/** Takes the lock of the database at `path`, which has no symbolic links left. Throws `StoreInUse`, or `StoreFault` when it cannot tell. */
export function takeLock(path: string): Lock {
  const database = guarded(() => new DatabaseSync(`${path}.lock`))
  try {
    guarded(() => database.exec('BEGIN EXCLUSIVE'))
  } catch (error) {
    database.close()
    throw error instanceof StoreFault && error.reason === 'busy' ? new StoreInUse(path) : error
  }
  return { release: () => database.close() }
}
