/** Which seats still stand, and who heads a party. */
import type { seatsFacts } from '../fact/seats.ts'
import type { SeatId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { SeatRole } from '../party.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const seats: Folds<typeof seatsFacts> = {
  'seat-withdrawn': (was, { seat }, said) => ({ withdrawnSeats: put(was.withdrawnSeats, seat, said) }),
  'seat-left': (was, { seat }, said) => ({ withdrawnSeats: put(was.withdrawnSeats, seat, said) }),
  'head-handed-over': (was, { from, to }) => ({ seats: inRole(inRole(was.seats, from, 'negotiator'), to, 'head') }),
}

function inRole(all: Negotiation['seats'], id: SeatId, role: SeatRole): Negotiation['seats'] {
  const seat = all.get(id)
  return seat === undefined ? all : put(all, id, { ...seat, role })
}
