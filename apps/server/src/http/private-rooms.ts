/** The private rooms somebody has a place in, and opening a group. Of other rooms nothing is said, not even that they are. */
import { GroupId, GroupOpening, NegotiationId, openGroup, PartyId, RoomId, roomName } from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import { atTable, seatedAt } from './asker.ts'
import { json, refusedAs } from './answers.ts'
import { problem, refusal } from './problem.ts'

const params = z.object({ negotiation: NegotiationId })

const list = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/rooms',
  summary: 'The private rooms in which you have a place',
  request: { params },
  responses: {
    200: {
      description:
        'Your delegation’s caucus, the earlier ones you may read (closed), newest first, then groups in the order in which they were opened',
      ...json(
        z.array(
          z.object({
            room: RoomId,
            kind: z.enum(['caucus', 'group']),
            label: z.string(),
            parties: z.array(PartyId),
            awaits: z.array(PartyId).openapi({ description: 'Parties that have yet to agree to meet' }),
            closed: z.boolean(),
          }),
        ),
      ),
    },
    401: refusedAs('not signed in'),
    404: refusedAs('no such negotiation, or not yours'),
  },
})

const open = createRoute({
  method: 'post',
  path: '/api/negotiations/{negotiation}/groups',
  summary: 'Open a contact group, or friends of the chair',
  description:
    'The chair convenes a group at once. A head of delegation proposes one to others, and it begins when all have agreed. Unless it is announced, nobody else learns that it exists.',
  request: { params, body: { required: true, ...json(GroupOpening) } },
  responses: {
    201: { description: 'The group’s room', ...json(z.object({ room: RoomId, group: GroupId })) },
    400: refusedAs('malformed'),
    401: refusedAs('not signed in'),
    403: refusedAs('beyond the seat’s powers'),
    404: refusedAs('no such negotiation, or not yours; or an unknown party'),
    409: refusedAs('the record stands against it'),
    429: refusedAs('too many commands'),
    500: refusedAs('the server failed over it; nothing was recorded'),
    503: refusedAs('not stored; nothing was recorded'),
  },
})

export function privateRoomRoutes(host: Host) {
  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(list, async (c) => {
      const { negotiation } = c.req.valid('param')
      const asker = await seatedAt(c, host, negotiation)
      if (typeof asker === 'string') return problem(c, asker)
      const rooms = await host.rooms.privateRooms(negotiation, asker.seat)
      return c.json(
        rooms.map(({ room, label, parties, awaits, closed }) => ({
          room,
          kind: roomName(room).kind === 'caucus' ? ('caucus' as const) : ('group' as const),
          label,
          parties: [...parties],
          awaits: [...awaits],
          closed: closed !== undefined,
        })),
        200,
      )
    })
    .openapi(open, async (c) => {
      const { negotiation } = c.req.valid('param')
      const asker = await atTable(c, host, negotiation, (reading, speaker) => ({ table: reading.negotiation, speaker }))
      if (typeof asker === 'string') return problem(c, asker)
      const { table, speaker } = asker
      const input = c.req.valid('json')
      const decision = openGroup({ negotiation, table, speaker, fresh: host.freshToken() }, input)
      if (!decision.ok) return refusal(c, decision.refusal)
      const [fact] = decision.facts
      const name = fact?.kind === 'room-opened' ? roomName(fact.room) : undefined
      if (fact?.kind !== 'room-opened' || name?.kind !== 'group') throw new TypeError('Opening a group opens its room')
      const { seat, party } = speaker.seat
      await host.rooms.openGroup(fact, { seat, party })
      if (input.announced)
        await host.rooms.submit(negotiation, seat, {
          request: host.freshToken(),
          name: 'group.announce',
          input: { group: name.group, label: input.label, parties: input.parties },
        })
      return c.json({ room: fact.room, group: name.group }, 201)
    })
}
