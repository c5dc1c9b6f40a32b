/** Which seats of a party were given from outside, and since how many such acts a seat has been there. */
import type { SeatId } from '../ids.ts'
import type { Negotiation, Said } from '../negotiation.ts'
import type { Seat } from '../party.ts'
import { caucusNumber } from '../renewal.ts'
import { put } from './put.ts'

/**
 * What giving a seat does: to a new person, to one from another party, or the head's seat to whomever. Whatever else is said of a seat gives
 * nothing. Only what the party itself says is its own act.
 */
export function renewed(was: Negotiation, { seat, party, role }: Seat, said: Said): Pick<Negotiation, 'renewals' | 'givenIn'> {
  const before = was.seats.get(seat)
  const comes = before?.party !== party
  const heads = role === 'head' && before?.role !== 'head'
  const fromOutside = said.by === 'server' || said.by.party !== party
  const acts = was.renewals.get(party)
  const begins = (comes || heads) && fromOutside && acts !== undefined
  const renewals = begins ? put(was.renewals, party, [...acts, { seat, said }]) : was.renewals
  return { renewals, givenIn: comes ? put(was.givenIn, seat, caucusNumber({ renewals }, party)) : was.givenIn }
}

/** Notes when somebody sits at the head of a party for the first time. From then on a seat from outside opens nothing from before. */
export function headed(now: Negotiation, id: SeatId): Negotiation {
  const seat = now.seats.get(id)
  if (seat?.role !== 'head' || !now.seatsTaken.has(id) || now.renewals.has(seat.party)) return now
  return { ...now, renewals: put(now.renewals, seat.party, []) }
}
