/** How a kind of fact is declared. */
import { z } from 'zod'
import { MAX_HEADING, MAX_STATEMENT } from '../limits.ts'

/** Free words of a person. */
export const Statement = z.string().trim().min(1).max(MAX_STATEMENT)
export const Heading = z.string().trim().max(MAX_HEADING)

export const told = <const Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape })
