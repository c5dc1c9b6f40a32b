/** Commands over HTTP: the same definitions and rules as over the socket, one route for each kind of room, described by the API document. */
import { commands, powersNeeded, type Command, type Need, type RoomKind } from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import { inRoom } from './asker.ts'
import { json, refusedAs } from './answers.ts'
import { problem, refusal } from './problem.ts'
import { roomKinds, roomParams, roomPaths } from './room-path.ts'

export function commandRoutes(host: Host) {
  const app = new OpenAPIHono({ defaultHook: host.malformed })
  for (const command of Object.values(commands))
    for (const kind of roomKinds) {
      const need = command.rights[kind]
      if (need !== undefined) addRoute(app, host, command, kind, need)
    }
  return app
}

function addRoute(app: OpenAPIHono, host: Host, { name, says, input }: Command, kind: RoomKind, need: Need) {
  const powers = powersNeeded(need)
  const route = createRoute({
    method: 'post',
    path: `${roomPaths[kind]}/commands/${name}`,
    summary: says,
    description: `${powers.length === 0 ? 'Every seat may.' : `Needs the power ${powers.map((power) => `“${power}”`).join(' or ')}.`} Send an Idempotency-Key header to be able to repeat the request: the same key is recorded once.`,
    request: {
      params: roomParams[kind],
      headers: z.object({ 'idempotency-key': z.string().min(1).max(64).optional() }),
      body: { required: true, ...json(input) },
    },
    responses: {
      200: { description: 'On record, as these entries', ...json(z.object({ seq: z.array(z.int()) })) },
      400: refusedAs('malformed'),
      401: refusedAs('not signed in'),
      403: refusedAs('beyond the seat’s powers'),
      404: refusedAs('unknown, or not yours'),
      409: refusedAs('the record or the words stand against it'),
      429: refusedAs('too many commands'),
      500: refusedAs('the server failed over it; nothing was recorded'),
      503: refusedAs('not stored; nothing was recorded'),
    },
  })
  app.openapi(route, async (c) => {
    const asker = await inRoom(c, host, c.req.valid('param'))
    if (typeof asker === 'string') return problem(c, asker)
    const { room, seat } = asker
    const request = c.req.valid('header')['idempotency-key'] ?? host.freshToken()
    const answer = await host.rooms.submitIn(room, seat, { request, name, input: c.req.valid('json') })
    if (answer.ok) return c.json({ seq: [...answer.seq] }, 200)
    if ('unavailable' in answer) return problem(c, answer.unavailable === 'not-found' ? 'not-found' : 'storage-unavailable')
    // Whoever left a private room is told of it what a stranger is told.
    if (kind !== 'table' && answer.refusal.code === 'unknown' && answer.refusal.what === 'seat') return problem(c, 'not-found')
    return refusal(c, answer.refusal)
  })
}
