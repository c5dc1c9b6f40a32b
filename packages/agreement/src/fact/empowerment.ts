/** Who binds a party besides its head, and whose full powers were seen. */
import { z } from 'zod'
import { SeatId } from '../ids.ts'
import { MAX_STATEMENT } from '../limits.ts'
import { told } from './told.ts'

export const empowermentFacts = [
  /** The head lets the person in this seat bind the party as well. */
  told('seat-empowered', { seat: SeatId }),
  told('empowerment-ended', { seat: SeatId }),
  /** The chair has seen the full powers of the person in this seat (Vienna Convention on the Law of Treaties, article 7). */
  told('credentials-verified', { seat: SeatId, note: z.string().max(MAX_STATEMENT).optional() }),
] as const
