/** Invitations and sessions in SQLite. */
import { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { z } from 'zod'
import {
  over,
  redemption,
  sessionKinds,
  type Invitation,
  type InvitationState,
  type SeatTaken,
  type Session,
  type SignIn,
  type StoredInvitation,
} from '../sign-in.ts'
import { TokenHash } from '../token.ts'
import type { Connection } from './connection.ts'

const SessionRow = z.object({ hash: TokenHash, createdAt: Timestamp, expires: Timestamp, person: z.string(), kind: z.enum(sessionKinds) })
const SeatRow = z.object({ negotiation: NegotiationId, seat: SeatId })

const envelope = {
  hash: TokenHash,
  createdAt: Timestamp,
  expires: Timestamp,
  createdBy: z.union([z.literal('server'), SeatId]),
  redeemedAt: Timestamp.nullable(),
  redeemedBy: TokenHash.nullable(),
  revokedAt: Timestamp.nullable(),
}
const InvitationRow = z.discriminatedUnion('purpose', [
  z.object({ ...envelope, purpose: z.literal('seat'), negotiation: NegotiationId, seat: SeatId }),
  z.object({ ...envelope, purpose: z.literal('founder') }),
])

export function openSignIn(connection: Connection): SignIn {
  return new SqliteSignIn(connection)
}

class SqliteSignIn implements SignIn {
  readonly #connection: Connection
  readonly #sql

  constructor(connection: Connection) {
    this.#connection = connection
    this.#sql = statements(connection)
  }

  async addInvitation({ hash, purpose, negotiation, seat, createdAt, createdBy, expires }: Invitation) {
    const { changes } = this.#connection.write(() =>
      this.#sql.addInvitation.run(hash, purpose, negotiation ?? null, seat ?? null, createdAt, createdBy, expires),
    )
    if (changes === 0) throw new TypeError('There is an invitation with this hash')
  }

  async invitation(hash: TokenHash) {
    return this.#connection.read(() => this.#invitation(hash))
  }

  async redeemInvitation(hash: TokenHash, at: Timestamp, session: TokenHash) {
    return this.#connection.write(() => {
      this.#requireSession(session)
      const invitation = this.#invitation(hash)
      const outcome = redemption(invitation, at)
      if (outcome !== 'redeemed' || invitation === undefined) return outcome
      this.#sql.redeem.run(at, session, hash)
      if (invitation.purpose === 'seat') this.#sql.takeSeat.run(session, invitation.negotiation, invitation.seat)
      return outcome
    })
  }

  async revokeInvitation(hash: TokenHash, at: Timestamp) {
    return this.#connection.write(() => {
      const invitation = this.#invitation(hash)
      if (invitation === undefined) return 'unknown'
      if (invitation.state.is === 'redeemed') return 'used'
      if (invitation.state.is === 'open') this.#sql.revoke.run(at, hash)
      return 'revoked'
    })
  }

  async invitations(negotiation: NegotiationId) {
    return this.#connection.read(() => this.#sql.invitations.all(negotiation).map(toInvitation))
  }

  async addSession({ hash, createdAt, expires, person, kind }: Session) {
    const { changes } = this.#connection.write(() => this.#sql.addSession.run(hash, createdAt, expires, person, kind))
    if (changes === 0) throw new TypeError('There is a session with this hash')
  }

  async session(hash: TokenHash, at: Timestamp) {
    return this.#connection.read(() => this.#session(hash, at))
  }

  async endSession(hash: TokenHash) {
    this.#connection.write(() => this.#sql.endSession.run(hash))
  }

  async seatsOf(session: TokenHash, at: Timestamp): Promise<readonly SeatTaken[]> {
    return this.#connection.read(() =>
      this.#session(session, at) === undefined ? [] : this.#sql.seats.all(session).map((row) => SeatRow.parse(row)),
    )
  }

  async takeSeat(session: TokenHash, negotiation: NegotiationId, seat: SeatId) {
    this.#connection.write(() => {
      this.#requireSession(session)
      this.#sql.takeSeat.run(session, negotiation, seat)
    })
  }

  #invitation(hash: TokenHash) {
    const row = this.#sql.invitation.get(hash)
    return row === undefined ? undefined : toInvitation(row)
  }

  #session(hash: TokenHash, at: Timestamp): Session | undefined {
    const row = this.#sql.session.get(hash)
    if (row === undefined) return undefined
    const session = SessionRow.parse(row)
    return over(session.expires, at) ? undefined : session
  }

  #requireSession(hash: TokenHash) {
    if (this.#sql.session.get(hash) === undefined) throw new TypeError('There is no such session')
  }
}

function toInvitation(row: unknown): StoredInvitation {
  const { redeemedAt, redeemedBy, revokedAt, ...invitation } = InvitationRow.parse(row)
  const state: InvitationState =
    redeemedAt !== null && redeemedBy !== null
      ? { is: 'redeemed', at: redeemedAt, session: redeemedBy }
      : revokedAt !== null
        ? { is: 'revoked', at: revokedAt }
        : { is: 'open' }
  return { ...invitation, state }
}

function statements({ database }: Connection) {
  const invitation = `
    SELECT hash, purpose, negotiation, seat, created_at AS createdAt, created_by AS createdBy, expires,
      redeemed_at AS redeemedAt, redeemed_by AS redeemedBy, revoked_at AS revokedAt
    FROM invitations`
  return {
    addInvitation: database.prepare(`
      INSERT INTO invitations (hash, purpose, negotiation, seat, created_at, created_by, expires) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (hash) DO NOTHING`),
    invitation: database.prepare(`${invitation} WHERE hash = ?`),
    invitations: database.prepare(`${invitation} WHERE negotiation = ? ORDER BY id`),
    redeem: database.prepare('UPDATE invitations SET redeemed_at = ?, redeemed_by = ? WHERE hash = ?'),
    revoke: database.prepare('UPDATE invitations SET revoked_at = ? WHERE hash = ?'),
    addSession: database.prepare(
      'INSERT INTO sessions (hash, created_at, expires, person, kind) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
    ),
    session: database.prepare('SELECT hash, created_at AS createdAt, expires, person, kind FROM sessions WHERE hash = ?'),
    endSession: database.prepare('DELETE FROM sessions WHERE hash = ?'),
    seats: database.prepare('SELECT negotiation, seat FROM seats_taken WHERE session = ? ORDER BY id'),
    takeSeat: database.prepare('INSERT INTO seats_taken (session, negotiation, seat) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
  }
}
