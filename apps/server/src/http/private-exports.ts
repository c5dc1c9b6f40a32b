/** What a private room keeps as a file, for its members when they ask for it, and marked as theirs. Nobody else's file has any of it. */
import { speakerOf } from '@entente/agreement'
import { readRoot } from '@entente/draft'
import { confidential } from '@entente/export'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import type { Log } from '../log.ts'
import type { RoomReading } from '../rooms.ts'
import { inRoom } from './asker.ts'
import { file, refusedAs } from './answers.ts'
import { exported, handOut, textFormats } from './exports.ts'
import { problem } from './problem.ts'
import { roomParams, roomPaths } from './room-path.ts'

const routeOf = <Kind extends 'caucus' | 'group'>(kind: Kind) =>
  createRoute({
    method: 'get',
    path: `${roomPaths[kind]}/export`,
    summary: 'What this private room keeps, as a file for its members',
    description: 'The line on each clause, drafts, requests, discussions and notes, marked as confidential on every page.',
    request: { params: roomParams[kind], query: z.object({ format: z.enum(textFormats) }) },
    responses: {
      200: { description: 'The file', content: { 'text/html; charset=utf-8': file, 'text/markdown; charset=utf-8': file } },
      400: refusedAs('malformed'),
      401: refusedAs('not-signed-in'),
      404: refusedAs('not-found: no such room, or not yours'),
      429: refusedAs('too-many-exports'),
      500: refusedAs('export-failed'),
    },
  })

export function privateExportRoutes(host: Host, log: Log) {
  const app = new OpenAPIHono({ defaultHook: host.malformed })
  for (const kind of ['caucus', 'group'] as const)
    app.openapi(routeOf(kind), async (c) => {
      const { format } = c.req.valid('query')
      const asker = await inRoom(c, host, c.req.valid('param'))
      if (typeof asker === 'string') return problem(c, asker)
      const { room, seat } = asker
      const paper = await host.rooms.readIn(room, (reading) =>
        speakerOf(reading.negotiation, seat) === undefined ? undefined : paperOf(reading, host),
      )
      return paper === undefined ? problem(c, 'not-found') : handOut(c, log, () => exported({ format, paper }))
    })
  return app
}

function paperOf({ negotiation, doc, head }: RoomReading, { timestamp }: Pick<Host, 'timestamp'>) {
  const drafts = new Map([...negotiation.drafts.keys()].map((amendment) => [amendment, readRoot(doc, { kind: 'amendment', amendment })]))
  return confidential({ negotiation, drafts, head, at: timestamp() })
}
