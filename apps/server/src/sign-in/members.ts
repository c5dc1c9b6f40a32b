/**
 * Who sits at a table and who is invited, for those who answer for it: whoever presides sees all of it, a head their own party.
 *
 * A seat is given and taken away on the record, by the same commands and rules as over a socket. Links are not on the record: they are made,
 * replaced and withdrawn here.
 */
import {
  barredFromRelinking,
  MAX_STATEMENT,
  may,
  NegotiationId,
  PartyId,
  Seat,
  SeatId,
  seatsOf,
  standingSeat,
  type Negotiation,
  type Refusal,
  type Speaker,
} from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { StoredInvitation } from '@entente/store'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import { json, refused } from '../http/answers.ts'
import { atTable, type Nobody } from '../http/asker.ts'
import { problem, refusal } from '../http/problem.ts'
import { Expected, inviteTo, MAX_INVITATION_DAYS, revokeOpen } from './invitations.ts'

const InvitationId = z.string().regex(/^[0-9a-f]{16}$/)
const idOf = ({ hash }: StoredInvitation) => hash.slice(0, 16)

const Terms = z.strictObject({
  days: z.int().min(1).max(MAX_INVITATION_DAYS).optional(),
  /** Only for whoever signed in through an organisation under this address, or one at this domain (`@mfa.example`). */
  expects: Expected.optional(),
})
const Made = z.object({ seat: SeatId, party: PartyId, name: z.string(), url: z.string(), expires: z.iso.datetime() })
/** Why somebody goes, for the record. */
const Reason = z.string().trim().max(MAX_STATEMENT)
const at = z.object({ negotiation: NegotiationId })
const atSeat = at.extend({ seat: SeatId })
const answers = { 400: refused, 401: refused, 403: refused, 404: refused, 409: refused, 429: refused, 500: refused, 503: refused }

const list = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/members',
  summary: 'Who holds the seats you answer for, and which invitations are open',
  request: { params: at },
  responses: {
    200: {
      description: 'One line for each seat; none for whoever answers only for themselves',
      ...json(
        z.array(
          z.object({
            seat: SeatId,
            heldSince: z.iso.datetime().optional(),
            invitation: z
              .object({
                id: InvitationId,
                created: z.iso.datetime(),
                expires: z.iso.datetime(),
                expired: z.boolean(),
                expects: z.string().optional(),
              })
              .optional(),
          }),
        ),
      ),
    },
    ...answers,
  },
})

const give = createRoute({
  method: 'post',
  path: '/api/negotiations/{negotiation}/seats',
  summary: 'Give a seat, on the record, and make the link for it',
  request: { params: at, body: { required: true, ...json(Seat.omit({ seat: true }).extend(Terms.shape)) } },
  responses: { 201: { description: 'The link is shown this once', ...json(Made) }, ...answers },
})

const renew = createRoute({
  method: 'post',
  path: '/api/negotiations/{negotiation}/seats/{seat}/invitation',
  summary: 'Make a new link for a seat. Earlier links of the seat open nothing any more.',
  description:
    'From outside a delegation a head of which has sat down, only for the head’s seat with which its caucus began anew, until somebody comes.',
  request: { params: atSeat, body: { required: true, ...json(Terms) } },
  responses: { 201: { description: 'The link is shown this once', ...json(Made) }, ...answers },
})

const revoke = createRoute({
  method: 'post',
  path: '/api/negotiations/{negotiation}/invitations/{invitation}/revoke',
  summary: 'Withdraw a link that was not used yet',
  request: { params: at.extend({ invitation: InvitationId }) },
  responses: { 204: { description: 'It opens nothing any more' }, ...answers },
})

const withdraw = createRoute({
  method: 'post',
  path: '/api/negotiations/{negotiation}/seats/{seat}/withdraw',
  summary: 'Take a seat away, on the record: its connections are closed and its links open nothing any more',
  request: { params: atSeat, body: { required: true, ...json(z.strictObject({ reason: Reason.optional() })) } },
  responses: { 204: { description: 'Taken away' }, ...answers },
})

const withdrawParty = createRoute({
  method: 'post',
  path: '/api/negotiations/{negotiation}/parties/{party}/withdraw',
  summary:
    'Record that a party has withdrawn: all its seats are taken away, their connections are closed and their links open nothing any more',
  request: {
    params: at.extend({ party: PartyId }),
    body: { required: true, ...json(z.strictObject({ reason: Reason.min(1) })) },
  },
  responses: { 204: { description: 'On record' }, ...answers },
})

type Asker = { readonly negotiation: Negotiation; readonly speaker: Speaker }

export function memberRoutes(host: Host) {
  const { store, rooms } = host
  const nobodyVouches = (host.settings.oidc ?? []).length === 0

  /** Who asks, as the record has them. Neither a stranger nor somebody whose seat was taken away learns what exists. */
  const askerAt = (c: Context, id: NegotiationId): Promise<Asker | Nobody> =>
    atTable(c, host, id, ({ negotiation }, speaker) => ({ negotiation, speaker }))

  const invited = async (c: Context, { negotiation, speaker }: Asker, id: NegotiationId, seat: Seat, terms: z.infer<typeof Terms>) => {
    const by = speaker.seat.seat
    const link = await inviteTo(host, { negotiation: id, seat: seat.seat }, { by, origin: host.originOf(c), ...terms })
    return { seat: seat.seat, party: seat.party, name: negotiation.seats.get(seat.seat)?.name ?? seat.name, ...link }
  }

  /** Nobody holds the seat from now on, and no link leads to it. */
  const close = async (id: NegotiationId, seat: SeatId) => {
    host.sockets.endSeat(id, seat)
    await revokeOpen(host, id, seat)
    await store.signIn.releaseSeat(id, seat)
  }

  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(list, async (c) => {
      const { negotiation: id } = c.req.valid('param')
      const asker = await askerAt(c, id)
      if (typeof asker === 'string') return problem(c, asker)
      const holders = await store.signIn.holdersAt(id)
      const invitations = await store.signIn.invitations(id)
      const lines = [...asker.negotiation.seats.values()]
        .filter((seat) => standingSeat(asker.negotiation, seat.seat) !== undefined && answersFor(asker.speaker, seat.party))
        .map(({ seat }) => {
          const holder = holders.find((each) => each.seat === seat)
          const open = invitations.findLast((each) => each.seat === seat && each.state.is === 'open')
          return {
            seat,
            ...(holder && { heldSince: holder.since }),
            ...(open && {
              invitation: {
                id: idOf(open),
                created: open.createdAt,
                expires: open.expires,
                expired: Date.parse(open.expires) <= host.now(),
                ...(open.purpose === 'seat' && open.expects && { expects: open.expects }),
              },
            }),
          }
        })
      return c.json(lines, 200)
    })
    .openapi(give, async (c) => {
      const { negotiation: id } = c.req.valid('param')
      const { days, expects, ...wanted } = c.req.valid('json')
      const asker = await askerAt(c, id)
      if (typeof asker === 'string') return problem(c, asker)
      if (expects !== undefined && nobodyVouches)
        return problem(c, 'malformed', 'expects: no provider is configured that could vouch for it')
      const answer = await rooms.submit(id, asker.speaker.seat.seat, { request: host.freshToken(), name: 'seat.assign', input: wanted })
      if (!answer.ok) return 'unavailable' in answer ? problem(c, 'storage-unavailable') : refusal(c, answer.refusal)
      const given = await rooms.read(id, ({ entries }) => entries.find(({ seq }) => seq === answer.seq[0])?.fact)
      if (given?.kind !== 'seat-assigned') throw new TypeError('Giving a seat puts it on record')
      return c.json(await invited(c, asker, id, given.seat, { days, expects }), 201)
    })
    .openapi(renew, async (c) => {
      const { negotiation: id, seat: wanted } = c.req.valid('param')
      const asker = await askerAt(c, id)
      if (typeof asker === 'string') return problem(c, asker)
      const terms = c.req.valid('json')
      if (terms.expects !== undefined && nobodyVouches)
        return problem(c, 'malformed', 'expects: no provider is configured that could vouch for it')
      const seat = standingSeat(asker.negotiation, wanted)
      const barred: Refusal | undefined =
        seat === undefined || !answersFor(asker.speaker, seat.party)
          ? { code: 'unknown', what: 'seat', id: wanted }
          : barredFromRelinking(asker.negotiation, asker.speaker, seat)
      if (seat === undefined || barred !== undefined) return refusal(c, barred ?? { code: 'unknown', what: 'seat', id: wanted })
      return c.json(await invited(c, asker, id, seat, terms), 201)
    })
    .openapi(revoke, async (c) => {
      const { negotiation: id, invitation: wanted } = c.req.valid('param')
      const asker = await askerAt(c, id)
      if (typeof asker === 'string') return problem(c, asker)
      const found = (await store.signIn.invitations(id)).find((each) => idOf(each) === wanted)
      const party = found?.seat && asker.negotiation.seats.get(found.seat)?.party
      if (found === undefined || party === undefined || !answersFor(asker.speaker, party)) return problem(c, 'not-found')
      const outcome = await store.signIn.revokeInvitation(found.hash, host.timestamp())
      return outcome === 'used' ? problem(c, 'invitation-used') : c.body(null, 204)
    })
    .openapi(withdraw, async (c) => {
      const { negotiation: id, seat } = c.req.valid('param')
      const asker = await askerAt(c, id)
      if (typeof asker === 'string') return problem(c, asker)
      const { reason } = c.req.valid('json')
      const input = { seat, ...(reason && { reason }) }
      const answer = await rooms.submit(id, asker.speaker.seat.seat, { request: host.freshToken(), name: 'seat.withdraw', input })
      if (!answer.ok) return 'unavailable' in answer ? problem(c, 'storage-unavailable') : refusal(c, answer.refusal)
      await close(id, seat)
      return c.body(null, 204)
    })
    .openapi(withdrawParty, async (c) => {
      const { negotiation: id, party } = c.req.valid('param')
      const asker = await askerAt(c, id)
      if (typeof asker === 'string') return problem(c, asker)
      // Those that stand at this moment. Who is given a seat in between loses it by the record, like all others.
      const seats = seatsOf(asker.negotiation, party)
      const input = { party, reason: c.req.valid('json').reason }
      const answer = await rooms.submit(id, asker.speaker.seat.seat, { request: host.freshToken(), name: 'party.withdraw', input })
      if (!answer.ok) return 'unavailable' in answer ? problem(c, 'storage-unavailable') : refusal(c, answer.refusal)
      for (const { seat } of seats) await close(id, seat)
      return c.body(null, 204)
    })
}

/** Whether it is the speaker's business who sits in a party. */
function answersFor(speaker: Speaker, party: PartyId): boolean {
  return may(speaker, 'preside') || (speaker.party.party === party && may(speaker, 'admit'))
}
