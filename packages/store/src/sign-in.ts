/**
 * Invitations and sessions: how a person comes to speak for a seat.
 *
 * A token is never kept, only its hash (see `token.ts`), so a stolen store lets nobody in. Nothing here knows what time it is: whoever
 * asks says when, and what has expired by then is as good as gone.
 */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import type { TokenHash } from './token.ts'

/** A link that lets whoever opens it first take one seat, or open one negotiation. */
export type Invitation = {
  readonly hash: TokenHash
  readonly createdAt: Timestamp
  /** From this moment on it opens nothing. */
  readonly expires: Timestamp
  readonly createdBy: SeatId | 'server'
} & Purpose

export type Purpose =
  | { readonly purpose: 'seat'; readonly negotiation: NegotiationId; readonly seat: SeatId }
  | { readonly purpose: 'founder'; readonly negotiation?: undefined; readonly seat?: undefined }

export type InvitationState =
  | { readonly is: 'open' }
  | { readonly is: 'redeemed'; readonly at: Timestamp; readonly session: TokenHash }
  | { readonly is: 'revoked'; readonly at: Timestamp }

export type StoredInvitation = Invitation & { readonly state: InvitationState }

/** What came of opening an invitation. */
export type Redemption = 'redeemed' | 'used' | 'expired' | 'revoked' | 'unknown'

/** A browser that somebody signed in with. */
export type Session = {
  readonly hash: TokenHash
  readonly createdAt: Timestamp
  /** From this moment on it is over. */
  readonly expires: Timestamp
  /** The person, as they named themselves. */
  readonly person: string
  /** What it was opened for: a seat, to open negotiations (the first chair), or a seat of the demonstration. */
  readonly kind: SessionKind
}

export const sessionKinds = ['invited', 'founder', 'demo'] as const
export type SessionKind = (typeof sessionKinds)[number]

export type SeatTaken = { readonly negotiation: NegotiationId; readonly seat: SeatId }

export interface SignIn {
  /** Throws a `TypeError` when the hash is taken. */
  addInvitation(invitation: Invitation): Promise<void>

  invitation(hash: TokenHash): Promise<StoredInvitation | undefined>

  /**
   * Opens an invitation, once and for one session. When it is for a seat the session takes that seat in the same transaction, so no
   * invitation is spent for nothing. Throws a `TypeError` when there is no such session.
   */
  redeemInvitation(hash: TokenHash, at: Timestamp, session: TokenHash): Promise<Redemption>

  /** Makes an invitation open nothing. One that was used stays used: the seat it gave is not taken back. */
  revokeInvitation(hash: TokenHash, at: Timestamp): Promise<'revoked' | 'used' | 'unknown'>

  /** The invitations to seats of one negotiation, oldest first. */
  invitations(negotiation: NegotiationId): Promise<readonly StoredInvitation[]>

  /** Throws a `TypeError` when the hash is taken. */
  addSession(session: Session): Promise<void>

  /** The session, unless it is unknown, was ended, or is over by `at`. */
  session(hash: TokenHash, at: Timestamp): Promise<Session | undefined>

  /** Forgets the session and the seats it held. */
  endSession(hash: TokenHash): Promise<void>

  /** The seats a session holds, in the order they were taken; none when it is over by `at`. */
  seatsOf(session: TokenHash, at: Timestamp): Promise<readonly SeatTaken[]>

  /** Lets a session speak for a seat; once more changes nothing. Throws a `TypeError` when there is no such session. */
  takeSeat(session: TokenHash, negotiation: NegotiationId, seat: SeatId): Promise<void>
}

/** Whether a moment has come. Timestamps of different precision do not compare as text. */
export function over(expires: Timestamp, at: Timestamp): boolean {
  return Date.parse(at) >= Date.parse(expires)
}

/** What opening an invitation at a moment comes to. Every store asks this, inside its transaction. */
export function redemption(invitation: StoredInvitation | undefined, at: Timestamp): Redemption {
  if (invitation === undefined) return 'unknown'
  switch (invitation.state.is) {
    case 'revoked':
      return 'revoked'
    case 'redeemed':
      return 'used'
    case 'open':
      return over(invitation.expires, at) ? 'expired' : 'redeemed'
    default:
      return invitation.state satisfies never
  }
}
