/** Who sits where, from the record: the seats that stand, and the parties that have withdrawn from the talks. */
import type { PartyId, SeatId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Seat } from './party.ts'

export type Seats = Pick<Negotiation, 'seats' | 'withdrawnSeats'>

/** A seat from which somebody may speak: given, and not taken away or left. */
export function standingSeat({ seats, withdrawnSeats }: Seats, seat: SeatId): Seat | undefined {
  return withdrawnSeats.has(seat) ? undefined : seats.get(seat)
}

/** The seats of a party from which somebody may speak, in the order they were given. */
export function seatsOf({ seats, withdrawnSeats }: Seats, party: PartyId): readonly Seat[] {
  return [...seats.values()].filter((seat) => seat.party === party && !withdrawnSeats.has(seat.seat))
}

/** The seats that head a party: one as a rule; none for observers, or before it is given. */
export function headsOf(negotiation: Seats, party: PartyId): readonly Seat[] {
  return seatsOf(negotiation, party).filter(({ role }) => role === 'head')
}

/** Since when a party has been away from the talks, and why; undefined once somebody sits for it again, or where it never withdrew. */
export function withdrawalOf(negotiation: Seats & Pick<Negotiation, 'withdrawnParties'>, party: PartyId) {
  return seatsOf(negotiation, party).length > 0 ? undefined : negotiation.withdrawnParties.get(party)
}
