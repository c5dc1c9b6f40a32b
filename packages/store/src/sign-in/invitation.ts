/** Invitations: links that open one thing, once. */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import type { TokenHash } from '../token.ts'
import { over } from './moment.ts'
import type { Holder, PersonId } from './person.ts'

/** A link that lets whoever opens it first take one seat, or open negotiations. */
export type Invitation = {
  readonly hash: TokenHash
  readonly createdAt: Timestamp
  /** From this moment on it opens nothing. */
  readonly expires: Timestamp
  readonly createdBy: SeatId | 'server'
} & Purpose

export type Purpose =
  | {
      readonly purpose: 'seat'
      readonly negotiation: NegotiationId
      readonly seat: SeatId
      /** Only for somebody who signed in under this e-mail address, or under one at this domain (`@mfa.example`). In lower case. */
      readonly expects?: string | undefined
    }
  | { readonly purpose: 'founder'; readonly negotiation?: undefined; readonly seat?: undefined }

export type InvitationState =
  | { readonly is: 'open' }
  | { readonly is: 'redeemed'; readonly at: Timestamp; readonly person: PersonId }
  | { readonly is: 'revoked'; readonly at: Timestamp }

export type StoredInvitation = Invitation & { readonly state: InvitationState }

/** What came of opening an invitation. */
export type Redemption =
  | {
      readonly is: 'redeemed'
      /** Who sat there before, and where the person sat at the same negotiation before: none of them holds the seat any more. */
      readonly released: readonly Holder[]
    }
  | { readonly is: 'used' | 'expired' | 'revoked' | 'unknown' }

/** What opening an invitation at a moment comes to. Every store asks this, inside its transaction. */
export function redemption(invitation: StoredInvitation | undefined, at: Timestamp): Redemption['is'] {
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
