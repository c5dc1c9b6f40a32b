/**
 * Whether a file was copied without what belongs to it.
 *
 * The last commits of a store stand in the write-ahead log beside it until they are folded in. A file in that mode which has neither a log
 * nor the lock file that every Entente leaves beside its store has come here by itself, by `cp` or `scp`, and what was in the log has not.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { guarded } from './fault.ts'

/** Where SQLite says in the header how the file is written, and what it says for a write-ahead log (https://sqlite.org/fileformat2.html, 1.3.3). */
const WRITE_VERSION = 18
const WAL = 2

/** Whether the file at `path` looks as if its write-ahead log had been left behind. Throws `StoreFault` when it cannot be read. */
export function missesItsLog(path: string): boolean {
  return !hasLog(path) && !existsSync(`${path}.lock`) && writtenWithLog(path)
}

/** A log that is empty was made by somebody who only looked. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function writtenWithLog(path: string): boolean {
  return guarded(() => {
    const file = openSync(path, 'r')
    try {
      const version = new Uint8Array(1)
      return readSync(file, version, 0, 1, WRITE_VERSION) === 1 && version[0] === WAL
    } finally {
      closeSync(file)
    }
  })
}
