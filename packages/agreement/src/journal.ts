/**
 * The journal: one ordered, hash-linked stream of entries per room.
 *
 * Each entry carries the hash of the one before, so a line cannot be changed, removed or put elsewhere without every later hash
 * changing. Every delegation's browser checks the chain as it grows. An entry names its format and leaves room for a signature made on
 * the delegate's device; both are inside the hash.
 */
import { z } from 'zod'
import { Fact } from './fact.ts'
import { Fingerprint, PartyId, RoomId, SeatId, Timestamp } from './ids.ts'
import { digest } from './wording.ts'

/** Raised when the meaning of an entry's envelope changes. Entries of every earlier format are read for ever. */
export const ENTRY_FORMAT = 1

/** Who said it: a person in a seat, or the server for what follows by rule. */
export const Author = z.union([z.strictObject({ seat: SeatId, party: PartyId }), z.literal('server')])
export type Author = z.infer<typeof Author>

/** A signature over the statement by a key the seat holds on its own device. */
export const Signature = z.strictObject({ algorithm: z.string().max(32), key: z.string().max(256), value: z.string().max(1_024) })
export type Signature = z.infer<typeof Signature>

export const Entry = z.strictObject({
  format: z.literal(ENTRY_FORMAT),
  room: RoomId,
  /** 1 for the first entry of a room. */
  seq: z.int().min(1),
  at: Timestamp,
  by: Author,
  /** The id the client gave its command, so that a command sent twice is recorded once. */
  request: z.string().max(64).optional(),
  fact: Fact,
  signature: Signature.optional(),
  /** Hash of the entry before; 64 zeros for the first. */
  previous: Fingerprint,
  hash: Fingerprint,
})
export type Entry = z.infer<typeof Entry>

/** The end of a journal: what the next entry must link to. */
export type Head = { readonly seq: number; readonly hash: Fingerprint }

/** The head of a journal that has no entries yet. */
export const NO_ENTRIES: Head = { seq: 0, hash: Fingerprint.parse('0'.repeat(64)) }

export type Unlinked = Pick<Entry, 'room' | 'at' | 'by' | 'fact' | 'request' | 'signature'>

/** The next entry of a journal that ends in `head`. */
export function append(head: Head, { room, at, by, fact, request, signature }: Unlinked): Entry {
  const body = {
    format: ENTRY_FORMAT as typeof ENTRY_FORMAT,
    room,
    seq: head.seq + 1,
    at,
    by,
    ...(request !== undefined && { request }),
    fact,
    ...(signature !== undefined && { signature }),
    previous: head.hash,
  }
  return { ...body, hash: Fingerprint.parse(digest(body)) }
}

/** Why a run of entries does not continue a journal; `seq` is where it breaks. */
export type Break = { readonly seq: number; readonly why: 'gap' | 'wrong-link' | 'wrong-hash' | 'wrong-room' }

/** Checks that `entries` continue the journal of `room` that ends in `head`. Answers the new head, or the first break. */
export function verify(
  room: RoomId,
  head: Head,
  entries: readonly Entry[],
): { readonly ok: true; readonly head: Head } | { readonly ok: false; readonly broken: Break } {
  let end = head
  for (const entry of entries) {
    const broken = (why: Break['why']) => ({ ok: false, broken: { seq: end.seq + 1, why } }) as const
    if (entry.room !== room) return broken('wrong-room')
    if (entry.seq !== end.seq + 1) return broken('gap')
    if (entry.previous !== end.hash) return broken('wrong-link')
    const { hash, ...body } = entry
    if (digest(body) !== hash) return broken('wrong-hash')
    end = { seq: entry.seq, hash }
  }
  return { ok: true, head: end }
}
