/**
 * People, the browsers they are signed in with, and the seats they hold.
 *
 * A seat is held by a person, not by a browser: whoever signs in on a second device sits where they sat, and whoever signs out everywhere
 * keeps the seat until it is taken from them.
 */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { z } from 'zod'
import type { TokenHash } from '../token.ts'

export const PersonId = z
  .string()
  .regex(/^[a-z0-9]{16,64}$/)
  .brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

/** Came in by an invitation, may open negotiations (the first chair), or sits in the demonstration. */
export const personKinds = ['invited', 'founder', 'demo'] as const
export type PersonKind = (typeof personKinds)[number]

export type Person = {
  readonly person: PersonId
  /** As they named themselves. */
  readonly name: string
  readonly createdAt: Timestamp
  readonly kind: PersonKind
}

/** A browser that somebody signed in with. */
export type Session = {
  readonly hash: TokenHash
  readonly person: PersonId
  readonly createdAt: Timestamp
  /** From this moment on it is over. */
  readonly expires: Timestamp
  /** The last request, to within some minutes. */
  readonly lastUsed: Timestamp
  /** What the browser says it is, in a few words for its owner: "Firefox on Linux". May be empty. */
  readonly device: string
}

export type SeatHeld = { readonly negotiation: NegotiationId; readonly seat: SeatId; readonly since: Timestamp }

/** Whom a session stands for: the person it belongs to, and the seats they hold, one for each negotiation, in the order they were taken. */
export type SignedIn = { readonly session: Session; readonly person: Person; readonly seats: readonly SeatHeld[] }

/** Who holds a seat of a negotiation. */
export type Holder = SeatHeld & { readonly person: PersonId }
