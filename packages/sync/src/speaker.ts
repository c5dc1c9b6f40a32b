/** Who speaks: a seat, as the record describes it. Both ends ask. */
import { standingSeat, type Negotiation, type SeatId, type Speaker } from '@entente/agreement'

/** Undefined when nobody was given that seat, and when it was taken away or left. */
export function speakerIn(negotiation: Pick<Negotiation, 'seats' | 'withdrawnSeats' | 'parties'>, id: SeatId): Speaker | undefined {
  const seat = standingSeat(negotiation, id)
  const party = seat && negotiation.parties.get(seat.party)
  return seat && party && { seat, party }
}
