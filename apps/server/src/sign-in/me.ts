/** Who this browser or tab speaks for, and the ways to sign in here. */
import { attends, NegotiationId, PartyId, SeatId, standingSeat } from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import { json } from '../http/answers.ts'
import { whoAsks } from './who.ts'

const me = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who this browser or tab speaks for',
  responses: {
    200: {
      description: 'The person and their seats; empty for a stranger',
      ...json(
        z.object({
          demo: z.boolean(),
          person: z.string().optional(),
          /** `attends` is false for observers and the press while they are kept out: in a closed sitting, or where the chair does not admit them. */
          seats: z.array(z.object({ negotiation: NegotiationId, seat: SeatId, party: PartyId, attends: z.boolean() })),
          mayOpen: z.boolean(),
          /** Organisations through which one can sign in here. */
          providers: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      ),
    },
  },
})

export function meRoutes(host: Host) {
  const { rooms, demo } = host
  return new OpenAPIHono({ defaultHook: host.malformed }).openapi(me, async (c) => {
    const who = await whoAsks(c, host)
    const seats = await Promise.all(
      (who?.seats ?? []).map(async ({ negotiation, seat }) => {
        const state = await rooms.table(negotiation)
        const party = state && standingSeat(state.negotiation, seat)?.party
        return state === undefined || party === undefined ? [] : [{ negotiation, seat, party, attends: attends(state.negotiation, seat) }]
      }),
    )
    return c.json(
      {
        demo,
        ...(who && { person: who.person.name }),
        seats: seats.flat(),
        mayOpen: demo || who?.person.kind === 'founder',
        providers: (host.settings.oidc ?? []).map(({ id, name }) => ({ id, name })),
      },
      200,
    )
  })
}
