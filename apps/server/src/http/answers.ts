/** Pieces that the descriptions of several routes are made of. */
import { MAX_NAME } from '@entente/agreement'
import { z } from '@hono/zod-openapi'
import { Problem } from './problem.ts'

export const json = <Shape extends z.ZodType>(schema: Shape) => ({ content: { 'application/json': { schema } } })

/** A refusal, with what it may be for. */
export const refusedAs = (description: string) => ({ description, ...json(Problem) })

export const refused = refusedAs('Nothing was done')

/** The bytes of a file. */
export const file = { schema: z.string().openapi({ format: 'binary' }) }

/** What a person, or something of theirs, is called. */
export const Name = z.string().trim().min(1).max(MAX_NAME)
