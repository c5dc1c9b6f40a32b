/** Who speaks: a seat, as the record describes it. Both ends ask. */
import type { Negotiation, SeatId, Speaker } from '@entente/agreement'

/** Undefined when nobody was assigned that seat. */
export function speakerIn({ seats, parties }: Pick<Negotiation, 'seats' | 'parties'>, id: SeatId): Speaker | undefined {
  const seat = seats.get(id)
  const party = seat && parties.get(seat.party)
  return seat && party && { seat, party }
}
