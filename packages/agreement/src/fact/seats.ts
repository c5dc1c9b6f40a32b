/** Seats after they were given: taken back, left, and the head's seat handed over. Giving one is `seat-assigned`, among the procedure. */
import { z } from 'zod'
import { PartyId, SeatId } from '../ids.ts'
import { MAX_STATEMENT } from '../limits.ts'
import { Statement, told } from './told.ts'

export const seatsFacts = [
  /** Whoever sat there speaks for the party no more. The seat is not given again; a successor gets another. */
  told('seat-withdrawn', { seat: SeatId, reason: z.string().max(MAX_STATEMENT).optional() }),
  /** A party withdrew from the talks: whoever presides took all its seats away. What it said stands. */
  told('party-withdrawn', { party: PartyId, reason: Statement }),
  told('seat-left', { seat: SeatId }),
  /** Another seat heads the party; the one before goes on as a negotiator. */
  told('head-handed-over', { party: PartyId, from: SeatId, to: SeatId }),
] as const
