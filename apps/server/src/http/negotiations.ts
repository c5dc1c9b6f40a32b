/** The list of negotiations somebody sits in, and opening a new one. */
import {
  assess,
  attends,
  numbersOf,
  open,
  Opening,
  runningSitting,
  standingSeat,
  tableOf,
  type Assessment,
  type Fact,
  type NegotiationId,
  type PartyId,
  type SeatId,
} from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import type { TableState } from '../rooms.ts'
import { inviteTo } from '../sign-in/invitations.ts'
import { whoAsks } from '../sign-in/who.ts'
import { createRoom } from '../create-room.ts'
import { json, refused } from './answers.ts'
import { problem, refusal } from './problem.ts'

const Summary = z.object({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  round: z.int().optional(),
  parties: z.array(z.object({ party: z.string(), shortName: z.string(), kind: z.string() })),
  progress: z.array(z.object({ clause: z.string(), number: z.string(), status: z.string() })),
  needsYou: z.int(),
  lastEntryAt: z.string(),
  as: z.object({ seat: z.string(), role: z.string(), party: z.string() }).optional(),
})

const list = createRoute({
  method: 'get',
  path: '/api/negotiations',
  summary: 'The negotiations you sit in',
  responses: { 200: { description: 'Newest activity first', ...json(z.array(Summary)) } },
})

const start = createRoute({
  method: 'post',
  path: '/api/negotiations',
  summary: 'Open a negotiation',
  request: { body: { required: true, ...json(Opening) } },
  responses: {
    201: {
      description: 'One link per seat, shown this once',
      ...json(
        z.object({ id: z.string(), links: z.array(z.object({ seat: z.string(), party: z.string(), name: z.string(), url: z.string() })) }),
      ),
    },
    400: refused,
    401: refused,
    404: refused,
    409: refused,
    403: refused,
    429: refused,
    500: refused,
    503: refused,
  },
})

export function negotiationRoutes(host: Host) {
  const { store, rooms, demo } = host
  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(list, async (c) => {
      const who = await whoAsks(c, host)
      const shown = await Promise.all(
        (who?.seats ?? []).map(async ({ negotiation, seat }) => {
          const state = await rooms.table(negotiation)
          return state === undefined || standingSeat(state.negotiation, seat) === undefined ? [] : [summary(negotiation, state, seat)]
        }),
      )
      return c.json(
        shown.flat().toSorted((a, b) => b.lastEntryAt.localeCompare(a.lastEntryAt)),
        200,
      )
    })
    .openapi(start, async (c) => {
      const who = await whoAsks(c, host)
      if (!demo && who === undefined) return problem(c, 'not-signed-in')
      if (!demo && who?.person.kind !== 'founder') return problem(c, 'not-allowed')
      const decision = open(c.req.valid('json'), host.freshToken())
      if (!decision.ok) return refusal(c, decision.refusal)
      const [first] = decision.facts
      if (first?.kind !== 'negotiation-opened') throw new TypeError('An opening begins with the negotiation')
      const at = host.timestamp()
      await createRoom(
        store,
        { room: tableOf(first.negotiation), statements: decision.facts.map((fact) => ({ at, by: 'server', fact })), texts: new Map() },
        at,
      )
      const links = await invite(host, first.negotiation, decision.facts, host.originOf(c))
      return c.json({ id: first.negotiation, links }, 201)
    })
}

/** One invitation for every seat. The links are the only place where the tokens ever stand. */
async function invite(host: Host, negotiation: NegotiationId, facts: readonly Fact[], origin: string) {
  const links: { seat: SeatId; party: PartyId; name: string; url: string }[] = []
  for (const fact of facts) {
    if (fact.kind !== 'seat-assigned') continue
    const { seat, party, name } = fact.seat
    const { url } = await inviteTo(host, { negotiation, seat }, { by: 'server', origin })
    links.push({ seat, party, name, url })
  }
  return links
}

function summary(id: NegotiationId, { negotiation, readings, lastEntryAt }: TableState, seat: SeatId) {
  const assessment = assess(negotiation, readings)
  const numbers = numbersOf(negotiation)
  const sits = negotiation.seats.get(seat)
  const away = sits !== undefined && !attends(negotiation, seat)
  return {
    id,
    title: negotiation.opened?.cover.title ?? id,
    shortTitle: negotiation.opened?.cover.shortTitle ?? id,
    ...(negotiation.rounds.length > 0 && { round: negotiation.rounds.at(-1)?.round }),
    parties: [...negotiation.parties.values()].map(({ party, shortName, kind }) => ({ party, shortName, kind })),
    progress: away
      ? []
      : [...assessment.clauses.values()].map(({ clause, status }) => ({ clause, number: numbers.get(clause) ?? '', status })),
    needsYou: sits === undefined || away ? 0 : needs(assessment, sits.party),
    // Whoever is kept out is told nothing of what goes on meanwhile, not even that something does.
    lastEntryAt: away ? (runningSitting(negotiation)?.opened.at ?? negotiation.opened?.said.at ?? lastEntryAt) : lastEntryAt,
    ...(sits && { as: { seat, role: sits.role, party: sits.party } }),
  }
}

/** On how many clauses agreement waits for a word of this party: it is silent, or its consent has lapsed. */
function needs(assessment: Assessment, party: PartyId): number {
  return [...assessment.clauses.values()].filter(({ blockers }) =>
    blockers.some((blocker) => 'party' in blocker && blocker.party === party && (blocker.why === 'silent' || blocker.why === 'lapsed')),
  ).length
}
