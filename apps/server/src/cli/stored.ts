/** Reads a room of the store without a server. The store refuses while one runs on the same data: ask that one instead. */
import { join } from 'node:path'
import { NegotiationId, replay, tableOf } from '@entente/agreement'
import { readingsOf } from '@entente/draft'
import { Corrupt, StoreFault, StoreInUse, type Store } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import * as Y from 'yjs'
import type { RoomReading } from '../rooms.ts'
import type { Settings } from '../settings.ts'

export const DATABASE = 'entente.db'

export async function readTable(target: string, settings: Settings): Promise<RoomReading | { readonly problem: string }> {
  const id = NegotiationId.safeParse(target)
  if (!id.success) return { problem: `${target} is neither a file nor the id of a negotiation` }
  return withStore(settings, async (store) => {
    const stored = await store.rooms.load(tableOf(id.data))
    if (stored === undefined) return { problem: `There is no negotiation ${target} in ${settings.data}` }
    const doc = new Y.Doc()
    for (const { bytes } of [...(stored.snapshot ? [stored.snapshot] : []), ...stored.updates]) Y.applyUpdate(doc, bytes)
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

/** Opens the store for one look, and says in a sentence why it cannot be opened. */
export async function withStore<Result>(
  settings: Settings,
  look: (store: Store) => Promise<Result>,
): Promise<Result | { readonly problem: string }> {
  try {
    const store = openSqliteStore({ path: join(settings.data, DATABASE) })
    try {
      return await look(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof StoreInUse)
      return { problem: `${settings.data} is in use by a running server. Stop it first, or ask it over HTTP.` }
    if (error instanceof Corrupt || error instanceof StoreFault) return { problem: error.message }
    throw error
  }
}
