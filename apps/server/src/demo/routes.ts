/**
 * The demonstration's seats: anybody on this computer may sit down anywhere, one seat to a tab.
 *
 * These routes exist only while the server runs with its demonstration; a token from them is worth nothing otherwise.
 */
import { NegotiationId, PartyId, PartyKind, SeatId, SeatRole, standingSeat } from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import { json, refusedAs } from '../http/answers.ts'
import { problem } from '../http/problem.ts'
import { beginSession, newPerson } from '../sign-in/session.ts'

const Seat = z.object({
  seat: SeatId,
  name: z.string(),
  role: SeatRole,
  party: z.object({ party: PartyId, shortName: z.string(), kind: PartyKind }),
})

const list = createRoute({
  method: 'get',
  path: '/api/demo',
  summary: 'The negotiations of the demonstration and their seats',
  responses: {
    200: {
      description: 'Seats in the order in which their parties were seated',
      ...json(
        z.object({
          negotiations: z.array(z.object({ id: NegotiationId, title: z.string(), shortTitle: z.string(), seats: z.array(Seat) })),
        }),
      ),
    },
  },
})

const take = createRoute({
  method: 'post',
  path: '/api/demo/seats',
  summary: 'Sit down in a seat of the demonstration',
  request: { body: { required: true, ...json(z.strictObject({ negotiation: NegotiationId, seat: SeatId })) } },
  responses: {
    200: { description: 'A token for this tab', ...json(z.object({ token: z.string() })) },
    404: refusedAs('No such seat'),
  },
})

export function demoRoutes(host: Host, negotiations: readonly NegotiationId[]) {
  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(list, async (c) => {
      const shown = await Promise.all(
        negotiations.map(async (id) => {
          const state = await host.rooms.table(id)
          if (state?.negotiation.opened === undefined) return []
          const { parties, seats, withdrawnSeats, opened } = state.negotiation
          const order = [...parties.keys()]
          const seated = [...seats.values()]
            .filter(({ seat }) => !withdrawnSeats.has(seat))
            .toSorted((a, b) => order.indexOf(a.party) - order.indexOf(b.party))
            .flatMap(({ seat, name, role, party }) => {
              const of = parties.get(party)
              return of ? [{ seat, name, role, party: { party, shortName: of.shortName, kind: of.kind } }] : []
            })
          return [{ id, title: opened.cover.title, shortTitle: opened.cover.shortTitle, seats: seated }]
        }),
      )
      return c.json({ negotiations: shown.flat() }, 200)
    })
    .openapi(take, async (c) => {
      const { negotiation, seat } = c.req.valid('json')
      const state = negotiations.includes(negotiation) ? await host.rooms.table(negotiation) : undefined
      const sits = state && standingSeat(state.negotiation, seat)
      if (sits === undefined) return problem(c, 'not-found')
      const { person } = await newPerson(host, sits.name, 'demo')
      const { secret } = await beginSession(host, c, person)
      await host.store.signIn.takeSeat(person, { negotiation, seat, since: host.timestamp() })
      return c.json({ token: secret }, 200)
    })
}
