/** Invitations and sessions in memory. */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { over, redemption, type Invitation, type SeatTaken, type Session, type SignIn, type StoredInvitation } from './sign-in.ts'
import type { TokenHash } from './token.ts'

export function createMemorySignIn(): SignIn {
  return new MemorySignIn()
}

class MemorySignIn implements SignIn {
  readonly #invitations = new Map<TokenHash, StoredInvitation>()
  readonly #sessions = new Map<TokenHash, { readonly session: Session; readonly seats: SeatTaken[] }>()

  async addInvitation(invitation: Invitation) {
    if (this.#invitations.has(invitation.hash)) throw new TypeError('There is an invitation with this hash')
    this.#invitations.set(invitation.hash, { ...invitation, state: { is: 'open' } })
  }

  async invitation(hash: TokenHash) {
    return this.#invitations.get(hash)
  }

  async redeemInvitation(hash: TokenHash, at: Timestamp, session: TokenHash) {
    const holder = this.#holder(session)
    const invitation = this.#invitations.get(hash)
    const outcome = redemption(invitation, at)
    if (outcome !== 'redeemed' || invitation === undefined) return outcome
    this.#invitations.set(hash, { ...invitation, state: { is: 'redeemed', at, session } })
    if (invitation.purpose === 'seat') take(holder.seats, invitation)
    return outcome
  }

  async revokeInvitation(hash: TokenHash, at: Timestamp) {
    const invitation = this.#invitations.get(hash)
    if (invitation === undefined) return 'unknown'
    if (invitation.state.is === 'redeemed') return 'used'
    if (invitation.state.is === 'open') this.#invitations.set(hash, { ...invitation, state: { is: 'revoked', at } })
    return 'revoked'
  }

  async invitations(negotiation: NegotiationId) {
    return [...this.#invitations.values()].filter((invitation) => invitation.negotiation === negotiation)
  }

  async addSession(session: Session) {
    if (this.#sessions.has(session.hash)) throw new TypeError('There is a session with this hash')
    this.#sessions.set(session.hash, { session, seats: [] })
  }

  async session(hash: TokenHash, at: Timestamp) {
    const session = this.#sessions.get(hash)?.session
    return session === undefined || over(session.expires, at) ? undefined : session
  }

  async endSession(hash: TokenHash) {
    this.#sessions.delete(hash)
  }

  async seatsOf(session: TokenHash, at: Timestamp) {
    const holder = this.#sessions.get(session)
    return holder === undefined || over(holder.session.expires, at) ? [] : [...holder.seats]
  }

  async takeSeat(session: TokenHash, negotiation: NegotiationId, seat: SeatId) {
    take(this.#holder(session).seats, { negotiation, seat })
  }

  #holder(session: TokenHash) {
    const holder = this.#sessions.get(session)
    if (holder === undefined) throw new TypeError('There is no such session')
    return holder
  }
}

function take(seats: SeatTaken[], { negotiation, seat }: SeatTaken) {
  const held = seats.some((taken) => taken.negotiation === negotiation && taken.seat === seat)
  if (!held) seats.push({ negotiation, seat })
}
