/** Signing in without an account: an invitation is a link, and whoever opens it first takes the seat it is for. */
import { NegotiationId, PartyId, PartyKind, SeatId, SeatRole, Timestamp } from '@entente/agreement'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { hashToken, type StoredInvitation } from '@entente/store'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Host } from '../host.ts'
import { Problem, problem } from '../http/problem.ts'
import { newToken, Token } from './token.ts'
import { SESSION_COOKIE, tokenOf, whoHolds } from './who.ts'

/** How long a browser stays signed in, in days. */
export const SESSION_DAYS = 60

const Name = z.string().trim().min(1).max(200)
const json = <Shape extends z.ZodType>(schema: Shape) => ({ content: { 'application/json': { schema } } })
const refused = { description: 'Nothing was done', ...json(Problem) }

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
          seats: z.array(z.object({ negotiation: NegotiationId, seat: SeatId, party: PartyId })),
          mayOpen: z.boolean(),
        }),
      ),
    },
  },
})

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

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'End this session',
  responses: { 204: { description: 'Signed out' } },
})

export function signInRoutes(host: Host) {
  const { store, rooms, settings, demo } = host

  /** The invitation behind a token, if it still opens something. */
  const openInvitation = async (token: string): Promise<StoredInvitation | undefined> => {
    const found = await store.signIn.invitation(hashToken(token))
    return found?.state.is === 'open' && Date.parse(found.expires) > host.now() ? found : undefined
  }

  /** Only what opens nothing counts as a guess: a whole delegation comes in from one address. */
  const nothingOpened = (c: Context) => problem(c, host.guesses.spend(host.addressOf(c)) ? 'invitation-invalid' : 'rate-limited')

  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(me, async (c) => {
      const who = await whoHolds(tokenOf(c), store, demo, host.timestamp())
      const seats = await Promise.all(
        (who?.seats ?? []).map(async ({ negotiation, seat }) => {
          const state = await rooms.table(negotiation)
          const party = state?.negotiation.seats.get(seat)?.party
          return party === undefined ? [] : [{ negotiation, seat, party }]
        }),
      )
      return c.json(
        { demo, ...(who && { person: who.session.person }), seats: seats.flat(), mayOpen: demo || who?.session.kind === 'founder' },
        200,
      )
    })
    .openapi(look, async (c) => {
      const found = await openInvitation(c.req.valid('json').token)
      if (found === undefined) return nothingOpened(c)
      if (found.purpose === 'founder') return c.json({ purpose: 'founder' as const, expires: found.expires }, 200)
      const state = await rooms.table(found.negotiation)
      const seat = state?.negotiation.seats.get(found.seat)
      const party = seat && state?.negotiation.parties.get(seat.party)
      const title = state?.negotiation.opened?.cover.title
      if (seat === undefined || party === undefined || title === undefined) return problem(c, 'invitation-invalid')
      const order = [...(state?.negotiation.parties.keys() ?? [])].indexOf(party.party)
      return c.json(
        {
          purpose: 'seat' as const,
          negotiation: { id: found.negotiation, title },
          party: { party: party.party, shortName: party.shortName, name: party.name, kind: party.kind, order },
          role: seat.role,
          name: seat.name,
          expires: found.expires,
        },
        200,
      )
    })
    .openapi(redeem, async (c) => {
      const { token, name } = c.req.valid('json')
      const found = await openInvitation(token)
      if (found === undefined) return nothingOpened(c)
      // A browser keeps its session when it takes another seat; the session id is new whenever somebody signs in (fixation).
      const before = await whoHolds(tokenOf(c), store, demo, host.timestamp())
      const { secret, hash } = await beginSession(
        host,
        name,
        found.purpose === 'founder' || before?.session.kind === 'founder' ? 'founder' : 'invited',
      )
      const outcome = await store.signIn.redeemInvitation(hashToken(token), host.timestamp(), hash)
      if (outcome !== 'redeemed') {
        await store.signIn.endSession(hash)
        return problem(c, 'invitation-invalid')
      }
      if (found.purpose === 'seat')
        await host.rooms.submit(found.negotiation, found.seat, { request: host.freshToken(), name: 'seat.take', input: { name } })
      if (before !== undefined && before.session.kind !== 'demo') {
        for (const held of before.seats) await store.signIn.takeSeat(hash, held.negotiation, held.seat)
        await store.signIn.endSession(before.session.hash)
      }
      setCookie(c, SESSION_COOKIE, secret, {
        httpOnly: true,
        sameSite: 'Lax',
        secure: settings.secureCookie,
        path: `${settings.basePath}/`,
        maxAge: SESSION_DAYS * 86_400,
      })
      return c.json(found.purpose === 'seat' ? { negotiation: found.negotiation } : {}, 200)
    })
    .openapi(signOut, async (c) => {
      const who = await whoHolds(tokenOf(c), store, demo, host.timestamp())
      if (who !== undefined) {
        await store.signIn.endSession(who.session.hash)
        host.sockets.end(who.session.hash)
      }
      deleteCookie(c, SESSION_COOKIE, { path: `${settings.basePath}/` })
      return c.body(null, 204)
    })
}

/** Opens a session. `secret` is what the browser keeps; the store gets its hash. */
export async function beginSession(host: Host, person: string, kind: 'invited' | 'founder' | 'demo') {
  const secret = newToken()
  const hash = hashToken(secret)
  const createdAt = host.timestamp()
  await host.store.signIn.addSession({ hash, createdAt, expires: daysLater(createdAt, SESSION_DAYS), person, kind })
  return { secret, hash }
}

export function daysLater(from: Timestamp, days: number): Timestamp {
  return Timestamp.parse(new Date(Date.parse(from) + days * 86_400_000).toISOString())
}
