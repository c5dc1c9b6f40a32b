/** Coming in without an account: an invitation is a link, and whoever opens it first takes the seat it is for. */
import { NegotiationId, PartyId, PartyKind, SeatId, SeatRole, standingSeat } from '@entente/agreement'
import { hashToken, type SignedIn, type StoredInvitation } from '@entente/store'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import { json, Name, refused } from '../http/answers.ts'
import { problem } from '../http/problem.ts'
import { isExpected } from './invitations.ts'
import { newPerson, signBrowserIn } from './session.ts'
import { Token } from './token.ts'
import { whoAsks } from './who.ts'

const Party = z.object({ party: PartyId, shortName: z.string(), name: z.string(), kind: PartyKind, order: z.int() })

const look = createRoute({
  method: 'post',
  path: '/api/invitations/look',
  summary: 'What an invitation is for, before it is used',
  request: { body: { required: true, ...json(z.strictObject({ token: Token })) } },
  responses: {
    200: {
      description: 'For whom and as what',
      ...json(
        z.discriminatedUnion('purpose', [
          z.object({
            purpose: z.literal('seat'),
            negotiation: z.object({ id: NegotiationId, title: z.string() }),
            party: Party,
            role: SeatRole,
            name: z.string(),
            expires: z.iso.datetime(),
            /** Who made the link: a person at the table; nobody where the server did. */
            invitedBy: z.object({ name: z.string(), party: z.string(), role: SeatRole, kind: PartyKind }).optional(),
            /** Only for an address at this domain that an organisation vouches for; whether the asker has the one that is meant. */
            expects: z.object({ domain: z.string(), fits: z.boolean() }).optional(),
            /** The asker's own seat at the same table, which joining would give up. */
            instead: z.object({ seat: SeatId, shortName: z.string(), role: SeatRole, kind: PartyKind }).optional(),
          }),
          z.object({ purpose: z.literal('founder'), expires: z.iso.datetime() }),
        ]),
      ),
    },
    410: refused,
    429: refused,
  },
})

const redeem = createRoute({
  method: 'post',
  path: '/api/invitations/redeem',
  summary: 'Take the seat an invitation is for. An invitation works once.',
  request: { body: { required: true, ...json(z.strictObject({ token: Token, name: Name })) } },
  responses: {
    200: { description: 'Signed in; the session is a cookie', ...json(z.object({ negotiation: NegotiationId.optional() })) },
    410: refused,
    429: refused,
  },
})

export function joinRoutes(host: Host) {
  const { store, rooms } = host

  /** The invitation behind a token, if it still opens something. */
  const openInvitation = async (token: string): Promise<StoredInvitation | undefined> => {
    const found = await store.signIn.invitation(hashToken(token))
    return found?.state.is === 'open' && Date.parse(found.expires) > host.now() ? found : undefined
  }

  /** The table and the seat an invitation is for, unless that seat was taken away meanwhile. */
  const seatOf = async (invitation: Extract<StoredInvitation, { purpose: 'seat' }>) => {
    const state = (await rooms.table(invitation.negotiation))?.negotiation
    const seat = state && standingSeat(state, invitation.seat)
    const party = seat && state.parties.get(seat.party)
    return seat && party && { state, seat, party }
  }

  /** Whoever the browser is signed in as. A tab of the demonstration is nobody here. */
  const signedIn = async (c: Context) => {
    const who = await whoAsks(c, host)
    return who?.person.kind === 'demo' ? undefined : who
  }

  /** Whether the asker is whom an invitation is for. Whoever has the link is, unless it names an address. */
  const fits = async ({ expects }: Extract<StoredInvitation, { purpose: 'seat' }>, asker: SignedIn | undefined): Promise<boolean> =>
    expects === undefined || (asker !== undefined && isExpected(expects, await store.signIn.identitiesOf(asker.person.person)))

  /** Only what opens nothing counts as a guess: a whole delegation comes in from one address. Whoever is signed in is counted by themselves. */
  const nothingOpened = (c: Context, asker?: SignedIn) => {
    const guesser = asker?.person.person ?? host.addressOf(c)
    return problem(c, host.guesses.spend(guesser) ? 'invitation-invalid' : 'rate-limited')
  }

  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(look, async (c) => {
      const found = await openInvitation(c.req.valid('json').token)
      const asker = await signedIn(c)
      if (found === undefined) return nothingOpened(c, asker)
      if (found.purpose === 'founder') return c.json({ purpose: 'founder' as const, expires: found.expires }, 200)
      const place = await seatOf(found)
      const title = place?.state.opened?.cover.title
      if (place === undefined || title === undefined) return nothingOpened(c, asker)
      const { state, seat, party } = place
      const order = [...state.parties.keys()].indexOf(party.party)
      const inviter = found.createdBy === 'server' ? undefined : state.seats.get(found.createdBy)
      const inviting = inviter && state.parties.get(inviter.party)
      const held = asker?.seats.find(({ negotiation }) => negotiation === found.negotiation)
      const former = held && held.seat !== seat.seat ? standingSeat(state, held.seat) : undefined
      const leaving = former && state.parties.get(former.party)
      return c.json(
        {
          purpose: 'seat' as const,
          negotiation: { id: found.negotiation, title },
          party: { party: party.party, shortName: party.shortName, name: party.name, kind: party.kind, order },
          role: seat.role,
          name: seat.name,
          expires: found.expires,
          ...(inviter &&
            inviting && { invitedBy: { name: inviter.name, party: inviting.shortName, role: inviter.role, kind: inviting.kind } }),
          ...(found.expects !== undefined && {
            expects: { domain: found.expects.split('@')[1] ?? '', fits: await fits(found, asker) },
          }),
          ...(former && leaving && { instead: { seat: former.seat, shortName: leaving.shortName, role: former.role, kind: leaving.kind } }),
        },
        200,
      )
    })
    .openapi(redeem, async (c) => {
      const { token, name } = c.req.valid('json')
      const before = await signedIn(c)
      const found = await openInvitation(token)
      if (found === undefined || (found.purpose === 'seat' && (await seatOf(found)) === undefined)) return nothingOpened(c, before)
      if (found.purpose === 'seat' && !(await fits(found, before))) return nothingOpened(c, before)
      const { person } = before?.person ?? (await newPerson(host, name, 'invited'))
      const outcome = await store.signIn.redeemInvitation(hashToken(token), host.timestamp(), person)
      if (outcome.is !== 'redeemed') return nothingOpened(c, before)
      for (const { negotiation, seat } of outcome.released) host.sockets.endSeat(negotiation, seat)
      await signBrowserIn(host, c, person, before?.session.hash)
      if (found.purpose === 'founder') return c.json({}, 200)
      await rooms.submit(found.negotiation, found.seat, { request: host.freshToken(), name: 'seat.take', input: { name } })
      return c.json({ negotiation: found.negotiation }, 200)
    })
}
