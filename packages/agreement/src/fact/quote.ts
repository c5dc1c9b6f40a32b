import { z } from 'zod'
import { MAX_QUOTE } from '../limits.ts'

/** The words a comment or milestone is about, with their surroundings, so that they are found again after edits. */
export const Quote = z.strictObject({
  exact: z.string().min(1).max(MAX_QUOTE),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  /** Where `exact` began in the clause's plain text, in UTF-16 units. */
  offset: z.int().min(0),
})
export type Quote = z.infer<typeof Quote>
