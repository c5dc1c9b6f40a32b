/** Pieces that the descriptions of several routes are made of. */
import { MAX_NAME } from '@entente/agreement'
import { z } from '@hono/zod-openapi'
import { Problem } from './problem.ts'

export const json = <Shape extends z.ZodType>(schema: Shape) => ({ content: { 'application/json': { schema } } })

export const refused = { description: 'Nothing was done', ...json(Problem) }

/** What a person, or something of theirs, is called. */
export const Name = z.string().trim().min(1).max(MAX_NAME)
