/** Which seats still stand, and who heads a party. */
import type { seatsFacts } from '../fact/seats.ts'
import type { SeatId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { SeatRole } from '../party.ts'
import type { Folds } from './folds.ts'
import { seatsOf } from '../seating.ts'
import { put, without } from './put.ts'
import { headed } from './renewals.ts'

export const seats: Folds<typeof seatsFacts> = {
  'seat-withdrawn': (was, { seat }, said) => ({ withdrawnSeats: put(was.withdrawnSeats, seat, said), ...powerless(was, seat) }),
  'seat-left': (was, { seat }, said) => ({ withdrawnSeats: put(was.withdrawnSeats, seat, said), ...powerless(was, seat) }),
  'party-withdrawn': (was, { party, reason }, said) =>
    seatsOf(was, party).reduce<Negotiation>(
      (now, { seat }) => ({ ...now, withdrawnSeats: put(now.withdrawnSeats, seat, said), ...powerless(now, seat) }),
      {
        ...was,
        withdrawnParties: put(was.withdrawnParties, party, { said, reason }),
      },
    ),
  'head-handed-over': (was, { from, to }) =>
    headed(
      {
        ...was,
        seats: inRole(inRole(was.seats, from, 'negotiator'), to, 'head'),
        // What the old head gave is the new head's to give.
        empowered: without(was.empowered, to),
      },
      to,
    ),
}

function powerless({ empowered, credentials }: Negotiation, seat: SeatId): Partial<Negotiation> {
  return { empowered: without(empowered, seat), credentials: without(credentials, seat) }
}

function inRole(all: Negotiation['seats'], id: SeatId, role: SeatRole): Negotiation['seats'] {
  const seat = all.get(id)
  return seat === undefined ? all : put(all, id, { ...seat, role })
}
