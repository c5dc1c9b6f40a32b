/**
 * Everything about a stored room that can be checked without asking anybody: what `verify` and `doctor` say, and what a backup must show before
 * it counts.
 *
 * The words are put together twice, as the server does from the newest snapshot and from every update since the first, and must read alike:
 * a snapshot is only a shortcut, and the updates are the evidence.
 */
import {
  fingerprint,
  NO_ENTRIES,
  replay,
  verify as verifyChain,
  type Entry,
  type Head,
  type Negotiation,
  type RoomId,
} from '@entente/agreement'
import { readingsOf } from '@entente/draft'
import { Corrupt, UnknownRoom, type Store, type StoredRoom, type StoredUpdate } from '@entente/store'
import { fill, wordsOf } from '@entente/sync/server'
import * as Y from 'yjs'

export type Examination =
  | {
      readonly is: 'whole'
      readonly room: RoomId
      readonly epoch: number
      readonly head: Head
      readonly updates: number
      /** The fingerprint of every clause as it reads, by its id. */
      readonly clauses: Readonly<Record<string, string>>
      /** Snapshots that were passed over because their hash is wrong. */
      readonly damagedSnapshots: readonly number[]
    }
  | { readonly is: 'damaged'; readonly room: RoomId; readonly why: string }

/** Looks at one room. Throws `StoreFault` when the disk would not let it. */
export async function examine({ rooms }: Pick<Store, 'rooms'>, room: RoomId): Promise<Examination> {
  try {
    const stored = await rooms.load(room)
    if (stored === undefined) throw new UnknownRoom(room)
    return examined(stored, await rooms.updatesSince(room, 0))
  } catch (error) {
    if (error instanceof Corrupt) return { is: 'damaged', room, why: error.message }
    throw error
  }
}

/** Looks at every room, oldest first. */
export async function examineAll({ rooms }: Pick<Store, 'rooms'>): Promise<readonly Examination[]> {
  const found: Examination[] = []
  for (const room of await rooms.list()) found.push(await examine({ rooms }, room))
  return found
}

function examined(stored: StoredRoom, all: readonly StoredUpdate[]): Examination {
  const { room, epoch, entries, damagedSnapshots } = stored
  const damaged = (why: string): Examination => ({ is: 'damaged', room, why: `${room}: ${why}` })
  const chain = verifyChain(room, NO_ENTRIES, entries)
  if (!chain.ok) return damaged(`the chain breaks at entry ${chain.broken.seq} (${chain.broken.why})`)
  const misnamed = misnamedWording(entries)
  if (misnamed !== undefined) return damaged(`entry ${misnamed}: the words do not have the fingerprint they are recorded under`)
  const stranger = stolenLease(stored, all)
  if (stranger !== undefined) return damaged(`update ${stranger} was written under a clientID that is leased to somebody else`)
  const negotiation = replay(entries)
  const [short, long] = [clausesIn(wordsOf(stored), negotiation), clausesIn(wordsOf({ snapshot: undefined, updates: all }), negotiation)]
  if (typeof short === 'string') return damaged(short)
  if (typeof long === 'string') return damaged(long)
  if (JSON.stringify(short) !== JSON.stringify(long)) return damaged('the snapshot reads otherwise than the updates it was made of')
  return { is: 'whole', room, epoch, head: chain.head, updates: all.length, clauses: short, damagedSnapshots }
}

/** How every clause reads, or why the updates do not make a text. */
function clausesIn(updates: readonly Uint8Array[], negotiation: Negotiation): Readonly<Record<string, string>> | string {
  const doc = new Y.Doc()
  const fault = fill(doc, updates)
  if (fault !== undefined) return fault
  const readings = readingsOf(doc, negotiation)
  return Object.fromEntries(
    [...readings].map(([clause, reading]) => [clause, reading.fingerprint] as const).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

function misnamedWording(entries: readonly Entry[]): number | undefined {
  return entries.find(({ fact }) => fact.kind === 'wording-recorded' && fingerprint(fact.wording) !== fact.fingerprint)?.seq
}

function stolenLease({ leases }: Pick<StoredRoom, 'leases'>, updates: readonly StoredUpdate[]): number | undefined {
  return updates.find(({ by, clients }) => clients.some((client) => leases.get(client) !== by))?.seq
}
