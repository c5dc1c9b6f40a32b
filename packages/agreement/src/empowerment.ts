/**
 * Who binds a party besides its head, and whose full powers were seen.
 *
 * Both are given to a person in a seat. They end when somebody else sits there, when the role changes, and when the seat is taken away.
 */
import { z } from 'zod'
import { command, record, refuse } from './command.ts'
import { SeatId, type PartyId } from './ids.ts'
import { MAX_STATEMENT } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import { powersOf } from './powers.ts'
import { standingSeat } from './seating.ts'

export const empowerSeat = command({
  name: 'seat.empower',
  says: 'Let a member of one’s own delegation bind it as well.',
  input: z.strictObject({ seat: SeatId }),
  rule({ negotiation, speaker: { party } }, { seat }) {
    const found = standingSeat(negotiation, seat)
    if (found === undefined || found.party !== party.party) return refuse({ code: 'unknown', what: 'seat', id: seat })
    if (!powersOf(party.kind, 'head').includes('bind')) return refuse({ code: 'not-required' })
    if (negotiation.empowered.has(seat) || powersOf(party.kind, found.role).includes('bind')) return refuse({ code: 'nothing-new' })
    return found.role === 'observer' ? refuse({ code: 'only-reads', seat }) : record({ kind: 'seat-empowered', seat })
  },
})

export const endEmpowerment = command({
  name: 'seat.disempower',
  says: 'Take back what a member of one’s own delegation was empowered to.',
  input: z.strictObject({ seat: SeatId }),
  rule({ negotiation, speaker: { party } }, { seat }) {
    const found = standingSeat(negotiation, seat)
    if (found === undefined || found.party !== party.party) return refuse({ code: 'unknown', what: 'seat', id: seat })
    return negotiation.empowered.has(seat) ? record({ kind: 'empowerment-ended', seat }) : refuse({ code: 'nothing-new' })
  },
})

export const verifyCredentials = command({
  name: 'credentials.verify',
  says: 'Record that the full powers of the person in a seat have been seen and found in order.',
  input: z.strictObject({ seat: SeatId, note: z.string().trim().max(MAX_STATEMENT).optional() }),
  rule({ negotiation }, { seat, note }) {
    if (standingSeat(negotiation, seat) === undefined) return refuse({ code: 'unknown', what: 'seat', id: seat })
    if (negotiation.credentials.has(seat)) return refuse({ code: 'nothing-new' })
    return record({ kind: 'credentials-verified', seat, ...(note && { note }) })
  },
})

/** The rounds that were over before a party sat down: its silence never counted on their texts. */
export function roundsBefore({ rounds, partiesSeated }: Pick<Negotiation, 'rounds' | 'partiesSeated'>, party: PartyId): readonly number[] {
  const seated = partiesSeated.get(party)
  return seated === undefined
    ? []
    : rounds.filter(({ closed }) => closed !== undefined && closed.seq < seated.seq).map(({ round }) => round)
}
