/** How agreement is reached, and who may type. */
import { z } from 'zod'
import { PartyId } from '../ids.ts'
import { MAX_PARTIES } from '../limits.ts'

/** How agreement is reached. Observers never count; with no required party nothing is ever agreed. */
export const DecisionRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('consensus') }),
  z.strictObject({ rule: z.literal('consensus-minus'), except: z.array(PartyId).min(1).max(MAX_PARTIES) }),
  /** At least `share` of the required parties, as a fraction: two thirds is `{ of: 2, outOf: 3 }`. */
  z.strictObject({ rule: z.literal('qualified-majority'), of: z.int().min(1).max(100), outOf: z.int().min(1).max(100) }),
])
export type DecisionRule = z.infer<typeof DecisionRule>

/** Who may type in the base text: everybody with a drafting seat, or only those who hold the pen (the chair's party). */
export const Drafting = z.enum(['open', 'pen'])
export type Drafting = z.infer<typeof Drafting>
