/**
 * Unsaved words in the browser's database, sealed, until the server has them. A browser that keeps no database for us (some do not in a
 * private window) keeps nothing; leaving the page with unsaved words is warned of as ever.
 */
import type { RoomId } from '@entente/agreement'
import type { Device, KeptWords } from '@entente/sync/client'
import { clear, createStore, delMany, entries, set, type UseStore } from 'idb-keyval'

/** How long words wait for their author, in milliseconds. */
const KEPT_FOR = 30 * 86_400_000

let opened: UseStore | undefined
let wiped = false
const words = () => (opened ??= createStore('entente-unsaved', 'words'))
const name = ({ room, client }: Pick<KeptWords, 'room' | 'client'>) => `${room} ${client}`

export const browserDevice: Device = {
  kept: (room) => unlessRefused([], () => keptOf(room)),
  keep: async (kept) => {
    if (!wiped) await unlessRefused(undefined, () => set(name(kept), kept, words()))
  },
  forget: (kept) => unlessRefused(undefined, () => delMany(kept.map(name), words())),
}

/** Throws away everything of everybody in this browser. This page keeps nothing any more. */
export function wipeDevice(): Promise<void> {
  wiped = true
  return unlessRefused(undefined, () => clear(words()))
}

async function keptOf(room: RoomId): Promise<readonly KeptWords[]> {
  const all = await entries<string, KeptWords>(words())
  const old = all.filter(([, { at }]) => Date.now() - at > KEPT_FOR)
  await delMany(
    old.map(([key]) => key),
    words(),
  )
  return all
    .map(([, kept]) => kept)
    .filter((kept) => kept.room === room && Date.now() - kept.at <= KEPT_FOR)
    .toSorted((one, other) => one.at - other.at)
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
