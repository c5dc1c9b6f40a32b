/** The commitments and where they stand: a sheet or JSON for whoever sits at the table, and what is public for anybody once the parties agreed. */
import { assess, isPublic, NegotiationId } from '@entente/agreement'
import { commitments, fileName, toCommitmentsCsv, toCommitmentsJson, toCommitmentsXlsx, type Commitments } from '@entente/export'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import type { Log } from '../log.ts'
import type { RoomReading } from '../rooms.ts'
import { atTable } from './asker.ts'
import { file, refusedAs } from './answers.ts'
import { handOut } from './exports.ts'
import { problem } from './problem.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const

const params = z.object({ negotiation: NegotiationId })

const asFile = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/commitments',
  summary: 'The commitments and where they stand, for programs',
  description: 'One record for each milestone of a standing clause. `json` has the barometer as well; its form is `entente-commitments/1`.',
  request: { params, query: z.object({ format: z.enum(['csv', 'xlsx', 'json']).default('json') }) },
  responses: {
    200: { description: 'The file', content: Object.fromEntries(Object.values(mediaTypes).map((type) => [type, file])) },
    401: refusedAs('not-signed-in'),
    404: refusedAs('not-found: no such negotiation, or not yours'),
    429: refusedAs('too-many-exports'),
    500: refusedAs('export-failed'),
  },
})

const inPublic = createRoute({
  method: 'get',
  path: '/api/public/{negotiation}/commitments',
  summary: 'The commitments that are public and how far all have come, for anybody, while every required party agrees to publish it',
  request: { params },
  responses: {
    200: {
      description: 'The same form as the commitments, with the milestones that their terms call public',
      content: Object.fromEntries([[mediaTypes.json, file]]),
    },
    404: refusedAs('not-found: no such negotiation, or nothing of it is public; the answer is the same'),
    429: refusedAs('rate-limited'),
  },
})

export function commitmentRoutes(host: Host, log: Log) {
  const { rooms, timestamp, malformed, attempts, addressOf } = host
  const of = ({ negotiation, readings, head }: RoomReading, publicOnly: boolean): Commitments =>
    commitments({ negotiation, assessment: assess(negotiation, readings), head, at: timestamp(), publicOnly })

  return new OpenAPIHono({ defaultHook: malformed })
    .openapi(asFile, async (c) => {
      const { negotiation } = c.req.valid('param')
      const { format } = c.req.valid('query')
      const found = await atTable(c, host, negotiation, (reading) => of(reading, false))
      if (typeof found === 'string') return problem(c, found)
      return handOut(c, log, async () => ({
        name: fileName(found, format),
        mediaType: mediaTypes[format],
        content: format === 'csv' ? toCommitmentsCsv(found) : format === 'json' ? toCommitmentsJson(found) : await toCommitmentsXlsx(found),
      }))
    })
    .openapi(inPublic, async (c) => {
      // Strangers do not make the server open tables as often as they like.
      if (!attempts.spend(addressOf(c))) return problem(c, 'rate-limited')
      const { negotiation } = c.req.valid('param')
      const found = await rooms.read(negotiation, (reading) => (isPublic(reading.negotiation) ? of(reading, true) : undefined))
      if (found === undefined) return problem(c, 'not-found')
      // What is public is for other pages as well.
      return c.body(toCommitmentsJson(found), 200, {
        'content-type': mediaTypes.json,
        'cache-control': 'public, max-age=60',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      })
    })
}
