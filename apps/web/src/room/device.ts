/**
 * What outlives the page, sealed, in the browser's database: unsaved words until the server has them, drafts until their author dismisses them. A
 * browser that keeps no database for us (some do not in a private window) keeps nothing; leaving the page with unsaved words is warned of as ever.
 */
import type { RoomId } from '@entente/agreement'
import type { Device, KeptDraft, KeptWords, Shelf } from '@entente/sync/client'
import { clear, createStore, delMany, entries, set, type UseStore } from 'idb-keyval'

/** How long they wait for their author, in milliseconds. */
const KEPT_FOR = 30 * 86_400_000

let wiped = false

const words = openShelf<KeptWords, 'client'>('entente-unsaved', 'words', ({ client }) => client)
const drafts = openShelf<KeptDraft, 'id'>('entente-drafts', 'drafts', ({ id }) => id)

export const browserDevice: Device = { words, drafts }

/** Throws away everything of everybody in this browser. This page keeps nothing any more. */
export async function wipeDevice(): Promise<void> {
  wiped = true
  await Promise.all([words.wipe(), drafts.wipe()])
}

function openShelf<Kept extends { readonly room: RoomId; readonly at: number }, Key extends keyof Kept>(
  database: string,
  table: string,
  key: (record: Pick<Kept, Key>) => string | number,
): Shelf<Kept, Key> & { readonly wipe: () => Promise<void> } {
  let opened: UseStore | undefined
  const store = () => (opened ??= createStore(database, table))
  const nameOf = (record: Pick<Kept, 'room' | Key>) => `${record.room} ${key(record)}`

  const keptOf = async (room: RoomId): Promise<readonly Kept[]> => {
    const all = await entries<string, Kept>(store())
    const old = all.filter(([, { at }]) => Date.now() - at > KEPT_FOR)
    await delMany(
      old.map(([known]) => known),
      store(),
    )
    return all
      .map(([, kept]) => kept)
      .filter((kept) => kept.room === room && Date.now() - kept.at <= KEPT_FOR)
      .toSorted((one, other) => one.at - other.at)
  }

  return {
    kept: (room) => unlessRefused([], () => keptOf(room)),
    keep: async (kept) => {
      if (!wiped) await unlessRefused(undefined, () => set(nameOf(kept), kept, store()))
    },
    forget: (gone) => unlessRefused(undefined, () => delMany(gone.map(nameOf), store())),
    wipe: () => unlessRefused(undefined, () => clear(store())),
  }
}

async function unlessRefused<Result>(otherwise: Result, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    // No database, no space, or no permission.
    if (error instanceof DOMException) return otherwise
    throw error
  }
}
