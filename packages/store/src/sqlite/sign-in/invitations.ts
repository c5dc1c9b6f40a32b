/** Invitations in SQLite. */
import { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { z } from 'zod'
import { PersonId, redemption, type Holder, type Invitations, type InvitationState, type StoredInvitation } from '../../sign-in.ts'
import { TokenHash } from '../../token.ts'
import type { Connection } from '../connection.ts'

const envelope = {
  hash: TokenHash,
  createdAt: Timestamp,
  expires: Timestamp,
  createdBy: z.union([z.literal('server'), SeatId]),
  redeemedAt: Timestamp.nullable(),
  redeemedBy: PersonId.nullable(),
  revokedAt: Timestamp.nullable(),
}
const InvitationRow = z.discriminatedUnion('purpose', [
  z.object({ ...envelope, purpose: z.literal('seat'), negotiation: NegotiationId, seat: SeatId, expects: z.string().nullable() }),
  z.object({ ...envelope, purpose: z.literal('founder') }),
])
const HolderRow = z.object({ person: PersonId, negotiation: NegotiationId, seat: SeatId, since: Timestamp })

export function openInvitations(
  { database, read, write }: Connection,
  { requirePerson }: { readonly requirePerson: (person: PersonId) => void },
): Invitations {
  const columns = `
    SELECT hash, purpose, negotiation, seat, expects, created_at AS createdAt, created_by AS createdBy, expires,
      redeemed_at AS redeemedAt, redeemed_by AS redeemedBy, revoked_at AS revokedAt
    FROM invitations`
  const sql = {
    add: database.prepare(`
      INSERT INTO invitations (hash, purpose, negotiation, seat, expects, created_at, created_by, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (hash) DO NOTHING`),
    one: database.prepare(`${columns} WHERE hash = ?`),
    all: database.prepare(`${columns} WHERE negotiation = ? ORDER BY id`),
    redeem: database.prepare('UPDATE invitations SET redeemed_at = ?, redeemed_by = ? WHERE hash = ?'),
    revoke: database.prepare('UPDATE invitations SET revoked_at = ? WHERE hash = ?'),
    // Timestamps of different precision do not compare as text.
    forget: database.prepare('DELETE FROM invitations WHERE julianday(coalesce(redeemed_at, revoked_at, expires)) <= julianday(?)'),
    found: database.prepare("UPDATE people SET kind = 'founder' WHERE person = ?"),
    release: database.prepare(`
      DELETE FROM seats_held WHERE negotiation = ? AND (seat = ? OR person = ?) RETURNING person, negotiation, seat, since`),
    take: database.prepare('INSERT INTO seats_held (person, negotiation, seat, since) VALUES (?, ?, ?, ?)'),
  }
  const one = (hash: TokenHash) => {
    const row = sql.one.get(hash)
    return row === undefined ? undefined : toInvitation(row)
  }
  const release = (negotiation: NegotiationId, seat: SeatId, person: PersonId): readonly Holder[] =>
    sql.release
      .all(negotiation, seat, person)
      .map((row) => HolderRow.parse(row))
      .filter((holder) => holder.seat !== seat || holder.person !== person)

  return {
    async addInvitation(invitation) {
      const { hash, purpose, createdAt, createdBy, expires } = invitation
      const at = purpose === 'seat' ? [invitation.negotiation, invitation.seat, invitation.expects ?? null] : [null, null, null]
      const { changes } = write(() => sql.add.run(hash, purpose, ...at, createdAt, createdBy, expires))
      if (changes === 0) throw new TypeError('There is an invitation with this hash')
    },
    async invitation(hash) {
      return read(() => one(hash))
    },
    async redeemInvitation(hash, at, person) {
      return write(() => {
        requirePerson(person)
        const invitation = one(hash)
        const outcome = redemption(invitation, at)
        if (outcome !== 'redeemed') return { is: outcome }
        sql.redeem.run(at, person, hash)
        if (invitation?.purpose !== 'seat') {
          sql.found.run(person)
          return { is: outcome, released: [] }
        }
        const { negotiation, seat } = invitation
        const released = release(negotiation, seat, person)
        sql.take.run(person, negotiation, seat, at)
        return { is: outcome, released }
      })
    },
    async revokeInvitation(hash, at) {
      return write(() => {
        const invitation = one(hash)
        if (invitation === undefined) return 'unknown'
        if (invitation.state.is === 'redeemed') return 'used'
        if (invitation.state.is === 'open') sql.revoke.run(at, hash)
        return 'revoked'
      })
    },
    async invitations(negotiation) {
      return read(() => sql.all.all(negotiation)).map(toInvitation)
    },
    async forgetInvitations(overBy) {
      return Number(write(() => sql.forget.run(overBy)).changes)
    },
  }
}

function toInvitation(row: unknown): StoredInvitation {
  const { redeemedAt, redeemedBy, revokedAt, ...invitation } = InvitationRow.parse(row)
  const state: InvitationState =
    redeemedAt !== null && redeemedBy !== null
      ? { is: 'redeemed', at: redeemedAt, person: redeemedBy }
      : revokedAt !== null
        ? { is: 'revoked', at: revokedAt }
        : { is: 'open' }
  if (invitation.purpose === 'founder') return { ...invitation, state }
  const { expects, ...rest } = invitation
  return { ...rest, ...(expects !== null && { expects }), state }
}
