/**
 * What was said in private before somebody outside gave a seat in a party.
 *
 * A seat opens the private rooms of its party. Once a head has sat down the party gives its seats itself; only where nobody heads it any more
 * does somebody outside give one. From that act on a delegation meets in another, empty caucus, and whoever is seated so finds nothing there
 * that was said before. What was said before stays with those who had a seat then, to be read. A group of parties goes on as it was; a seat
 * that goes back to such an act has no place in groups from before it (`private-room.ts`), of whatever kind its party is.
 *
 * All of it follows from the table's record: which caucus a delegation meets in, and which ones a seat may open.
 */
import type { PartyId, SeatId } from './ids.ts'
import type { Negotiation, Said } from './negotiation.ts'
import type { Seat } from './party.ts'

/** The act with which somebody outside a party gave a seat in it, and the seat. With it a delegation's caucus begins anew. */
export type Renewal = { readonly seat: SeatId; readonly said: Said }

/** Which caucus the delegation meets in now: 1 is its first. */
export function caucusNumber({ renewals }: Pick<Negotiation, 'renewals'>, party: PartyId): number {
  return 1 + (renewals.get(party)?.length ?? 0)
}

/** With which act that caucus of the delegation began; undefined for the first, and for one that has not begun. */
export function renewalTo({ renewals }: Pick<Negotiation, 'renewals'>, party: PartyId, number: number): Renewal | undefined {
  return renewals.get(party)?.[number - 2]
}

/** The first caucus of its delegation that the seat may open. It may open all later ones as well. */
export function firstCaucusOf({ givenIn }: Pick<Negotiation, 'givenIn'>, seat: SeatId): number {
  return givenIn.get(seat) ?? 1
}

/** The acts with which somebody outside gave seats in the party until the seat was given, its own giving among them; oldest first. */
export function renewalsUntilGiven(negotiation: Pick<Negotiation, 'renewals' | 'givenIn'>, { seat, party }: Seat): readonly Renewal[] {
  return (negotiation.renewals.get(party) ?? []).slice(0, firstCaucusOf(negotiation, seat) - 1)
}

/** Whether somebody who sits for the other party begins anew what a party says in private, by giving a seat in it now. */
export function beginsAnew({ renewals }: Pick<Negotiation, 'renewals'>, party: PartyId, by: PartyId): boolean {
  return by !== party && renewals.has(party)
}
