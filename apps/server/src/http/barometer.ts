/**
 * How far the commitments have come, for anybody, once all parties have agreed to publish it. Before that the answer is the same as for a
 * negotiation that does not exist.
 */
import { assess, NegotiationId, publicBarometer } from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import { json, refused } from './answers.ts'
import { problem } from './problem.ts'

const Levels = z.tuple([z.int(), z.int(), z.int(), z.int()]).openapi({ description: 'How many stand at the levels 0, 1, 2 and 3' })
const Reading = z.object({
  at: z.string(),
  all: Levels,
  sections: z.array(z.object({ section: z.string(), heading: z.string(), levels: Levels })),
})
const Published = z.object({ title: z.string(), readings: z.array(Reading) })

const route = createRoute({
  method: 'get',
  path: '/api/public/{negotiation}/barometer',
  summary: 'How far the commitments have come, once the parties publish it',
  request: { params: z.object({ negotiation: NegotiationId }) },
  responses: { 200: { description: 'Earliest reading first', ...json(Published) }, 404: refused, 429: refused },
})

export function barometerRoutes({ rooms, timestamp, malformed, attempts, addressOf }: Host) {
  return new OpenAPIHono({ defaultHook: malformed }).openapi(route, async (c) => {
    // Strangers do not make the server open tables as often as they like.
    if (!attempts.spend(addressOf(c))) return problem(c, 'rate-limited')
    const table = await rooms.table(c.req.valid('param').negotiation)
    if (table === undefined) return problem(c, 'not-found')
    const { negotiation, readings } = table
    const published = publicBarometer(negotiation, assess(negotiation, readings).agreed, timestamp())
    if (published === undefined) return problem(c, 'not-found')
    return c.json(Published.parse({ title: negotiation.opened?.cover.title ?? '', readings: published }), 200)
  })
}
