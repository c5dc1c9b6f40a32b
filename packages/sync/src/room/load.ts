/**
 * From what is stored to a room in memory.
 *
 * A room is opened only when everything about it holds: the store vouches for the chain and the hashes, here the updates must make a
 * document without a gap and without anything that is not a text of ours. One that does not hold is quarantined, never repaired by guess
 * and never written to.
 */
import type { Entry, RoomId } from '@entente/agreement'
import { Corrupt, type Store, type StoredRoom, type Writer } from '@entente/store'
import type * as Y from 'yjs'
import { emptyDoc, fill } from './fill.ts'

export type LoadedRoom = {
  readonly room: RoomId
  readonly epoch: number
  readonly doc: Y.Doc
  /** All of it as one update, if that is how it is stored. */
  readonly state: Uint8Array | undefined
  readonly entries: readonly Entry[]
  readonly leases: ReadonlyMap<number, Writer>
  /** The clientID leased to the server itself. */
  readonly ownClient: number
  /** The last update. */
  readonly update: number
  readonly tail: Tail
  readonly damagedSnapshots: readonly number[]
}

/** Updates and their bytes since the newest snapshot. */
export type Tail = { readonly updates: number; readonly bytes: number }

export type Load =
  | { readonly is: 'loaded'; readonly loaded: LoadedRoom }
  | { readonly is: 'not-found' }
  | { readonly is: 'quarantined'; readonly why: string }

/** Throws what the store throws when it cannot read now but may later. */
export async function loadRoom({ rooms }: Pick<Store, 'rooms'>, room: RoomId): Promise<Load> {
  const stored = await rooms.load(room).catch((error: unknown) => {
    if (error instanceof Corrupt) return error
    throw error
  })
  if (stored === undefined) return { is: 'not-found' }
  if (stored instanceof Corrupt) return { is: 'quarantined', why: `${stored.stream} ${stored.seq}` }
  const { epoch, entries, snapshot, updates, leases, damagedSnapshots } = stored
  const doc = emptyDoc()
  const fault = fill(doc, wordsOf(stored))
  if (fault !== undefined) return { is: 'quarantined', why: fault }
  const [ownClient = await leaseOwn(rooms, room)] = [...leases].filter(([, writer]) => writer === 'server').map(([client]) => client)
  return {
    is: 'loaded',
    loaded: {
      room,
      epoch,
      doc,
      state: updates.length === 0 ? snapshot?.bytes : undefined,
      entries,
      leases,
      ownClient,
      update: updates.at(-1)?.seq ?? snapshot?.uptoUpdate ?? 0,
      tail: { updates: updates.length, bytes: updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) },
      damagedSnapshots,
    },
  }
}

/** What the words of a stored room are made of, to be applied in this order. */
export function wordsOf({ snapshot, updates }: Pick<StoredRoom, 'snapshot' | 'updates'>): readonly Uint8Array[] {
  return [...(snapshot === undefined ? [] : [snapshot.bytes]), ...updates.map(({ bytes }) => bytes)]
}

async function leaseOwn(rooms: Store['rooms'], room: RoomId): Promise<number> {
  const [client] = await rooms.lease(room, 'server', 1)
  if (client === undefined) throw new Error('The store leased nothing')
  return client
}
