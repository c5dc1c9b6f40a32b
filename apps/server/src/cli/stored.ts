/** Reads the store from the command line, beside a server that may be running on the same data. Writing needs it stopped. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NegotiationId, replay, tableOf } from '@entente/agreement'
import { readingsOf } from '@entente/draft'
import { Corrupt, SchemaTooNew, StoreFault, StoreInUse, type Store } from '@entente/store'
import { openSqliteStore, type SqliteOptions, type SqliteStore } from '@entente/store/sqlite'
import { fill, wordsOf } from '@entente/sync/server'
import * as Y from 'yjs'
import type { RoomReading } from '../rooms.ts'
import type { Settings } from '../settings.ts'

export const DATABASE = 'entente.db'
/** The folder of evidence, beside it. */
export const EVIDENCE = 'evidence'

export type Problem = { readonly problem: string }

export async function readTable(target: string, settings: Settings): Promise<RoomReading | Problem> {
  const id = NegotiationId.safeParse(target)
  if (!id.success) return { problem: `${target} is neither a file nor the id of a negotiation` }
  return lookInto(settings, async (store) => {
    const stored = await store.rooms.load(tableOf(id.data))
    if (stored === undefined) return { problem: `There is no negotiation ${target} in ${settings.data}` }
    const doc = new Y.Doc()
    if (fill(doc, wordsOf(stored)) !== undefined) return { problem: `The words of ${target} do not hold together. See entente doctor.` }
    const negotiation = replay(stored.entries)
    const last = stored.entries.at(-1)
    if (last === undefined) return { problem: `The record of ${target} is empty` }
    return {
      room: stored.room,
      epoch: stored.epoch,
      negotiation,
      readings: readingsOf(doc, negotiation),
      entries: stored.entries,
      head: { seq: last.seq, hash: last.hash },
      doc,
    }
  })
}

/** Opens the store to write, which nobody else may be doing. Says in a sentence why it cannot be opened. */
export async function withStore<Result>(settings: Settings, work: (store: Store) => Promise<Result>): Promise<Result | Problem> {
  return using({ path: join(settings.data, DATABASE) }, work)
}

/** Opens the store of these settings to read. */
export async function lookInto<Result>(settings: Settings, look: (store: SqliteStore) => Promise<Result>): Promise<Result | Problem> {
  return lookAt(join(settings.data, DATABASE), look)
}

/** Opens a file to read. A server may be writing to it. */
export async function lookAt<Result>(path: string, look: (store: SqliteStore) => Promise<Result>): Promise<Result | Problem> {
  if (!existsSync(path)) return { problem: `There is no ${path}` }
  return using({ path, readOnly: true }, look)
}

async function using<Result>(how: SqliteOptions, work: (store: SqliteStore) => Promise<Result>): Promise<Result | Problem> {
  try {
    const store = openSqliteStore(how)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof StoreInUse) return { problem: `${how.path} is in use by a running server. Stop it first.` }
    if (error instanceof SchemaTooNew) return { problem: `${how.path} was written by a newer Entente (schema ${error.found}).` }
    // A reader does not bring a file up to date.
    if (error instanceof StoreFault && error.reason === 'read-only' && how.readOnly === true)
      return { problem: `${how.path} was written by an older Entente. Start the server once, or restore it; both bring it up to date.` }
    if (error instanceof Corrupt || error instanceof StoreFault) return { problem: error.message }
    throw error
  }
}
