/** What SQLite and the file system say when the machine would not do it, told apart from our own mistakes. */
import type { z } from 'zod'
import { StoreFault, type FaultReason } from '../failure.ts'

/** Primary result codes (https://sqlite.org/rescode.html) that are the machine's doing. Every other code is a mistake of ours. */
const reasons: ReadonlyMap<number, FaultReason> = new Map([
  [5, 'busy'], // SQLITE_BUSY
  [6, 'busy'], // SQLITE_LOCKED
  [7, 'out-of-memory'], // SQLITE_NOMEM
  [8, 'read-only'], // SQLITE_READONLY
  [10, 'input-output'], // SQLITE_IOERR
  [11, 'damaged-file'], // SQLITE_CORRUPT
  [13, 'disk-full'], // SQLITE_FULL
  [14, 'cannot-open'], // SQLITE_CANTOPEN
  [15, 'busy'], // SQLITE_PROTOCOL
  [26, 'damaged-file'], // SQLITE_NOTADB
])

/** What the file system calls them; anything else it says is about the path. */
const systemReasons: ReadonlyMap<string, FaultReason> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EIO', 'input-output'],
])

/** The error to throw: a `StoreFault` for what the machine did, the error itself for everything else. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if ('syscall' in error && 'code' in error) {
    return new StoreFault(systemReasons.get(String(error.code)) ?? 'cannot-open', error.message, { cause: error })
  }
  if (!('errcode' in error) || typeof error.errcode !== 'number') return error
  const reason = reasons.get(error.errcode & 0xff)
  return reason === undefined ? error : new StoreFault(reason, error.message, { sqlite: error.errcode, cause: error })
}

/** Does it, and says in our words what the machine would not do. */
export function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw faultOf(error)
  }
}

/** The rows of a query up to the first that the disk has damaged, so that it can be said where that is. */
export function readable<Row>(schema: z.ZodType<Row>, rows: Iterable<unknown>): { readonly rows: readonly Row[]; readonly whole: boolean } {
  const found: Row[] = []
  try {
    for (const raw of rows) {
      const row = schema.safeParse(raw)
      if (!row.success) return { rows: found, whole: false }
      found.push(row.data)
    }
    return { rows: found, whole: true }
  } catch (error) {
    const fault = faultOf(error)
    if (fault instanceof StoreFault && fault.reason === 'damaged-file') return { rows: found, whole: false }
    throw error
  }
}
