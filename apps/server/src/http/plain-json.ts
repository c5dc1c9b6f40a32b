/** Bodies that no statement and no form could be: refused before any shape is looked for in them, however it would be read. */
import { faultIn } from '@entente/agreement'
import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

/** For bodies that are held in memory. What is no JSON goes on to whoever asks for its shape. */
export const plainJson: MiddlewareHandler = async (c, next) => {
  if (c.req.header('content-type')?.includes('json') !== true) return next()
  const raw: unknown = await c.req.json().catch(() => undefined)
  const fault = faultIn(raw)
  return fault === undefined ? next() : problem(c, 'malformed', fault)
}
