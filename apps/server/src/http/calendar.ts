/**
 * Calendar feeds: an address that only one person knows, to which their calendar subscribes. It shows the deadlines of one negotiation, until
 * its owner takes it back, asks for another, or no longer sits there.
 *
 * Calendars sign in nowhere, so the address is the secret. Only its hash is kept, and it opens nothing but this.
 */
import { assess, attends, NegotiationId, standingSeat, Timestamp } from '@entente/agreement'
import { toCalendar } from '@entente/export'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { hashToken } from '@entente/store'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import { newToken, Token } from '../sign-in/token.ts'
import { atTable } from './asker.ts'
import { json, refusedAs } from './answers.ts'
import { problem } from './problem.ts'

const params = z.object({ negotiation: NegotiationId })
const path = '/api/negotiations/{negotiation}/calendar'

const look = createRoute({
  method: 'get',
  path,
  summary: 'Whether one has a calendar feed of a negotiation, and since when',
  request: { params },
  responses: {
    200: { description: 'Since when', ...json(z.object({ since: z.iso.datetime().optional() })) },
    401: refusedAs('not-signed-in'),
    404: refusedAs('not-found'),
  },
})

const give = createRoute({
  method: 'post',
  path,
  summary: 'Make the address of one’s calendar feed. One made before shows nothing any more.',
  request: { params },
  responses: {
    200: { description: 'The address, told this once', ...json(z.object({ url: z.url(), since: z.iso.datetime() })) },
    401: refusedAs('not-signed-in'),
    404: refusedAs('not-found'),
  },
})

const takeBack = createRoute({
  method: 'delete',
  path,
  summary: 'Take one’s calendar feed back. Its address shows nothing any more.',
  request: { params },
  responses: { 204: { description: 'It is gone' }, 401: refusedAs('not-signed-in'), 404: refusedAs('not-found') },
})

const read = createRoute({
  method: 'get',
  path: '/api/calendar/{feed}',
  summary: 'The calendar at a secret address, `<secret>.ics`',
  request: { params: z.object({ feed: z.string().max(128) }) },
  responses: {
    200: { description: 'RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
    404: refusedAs('not-found: whatever the reason'),
    429: refusedAs('rate-limited'),
  },
})

export function calendarRoutes(host: Host) {
  const { rooms, settings, timestamp, malformed, originOf, guesses, addressOf } = host
  const { signIn } = host.store

  /** Who asks, with a seat at the table that stands. */
  const asked = (c: Context, negotiation: NegotiationId) => atTable(c, host, negotiation, (_reading, _speaker, { person }) => person)

  return new OpenAPIHono({ defaultHook: malformed })
    .openapi(look, async (c) => {
      const { negotiation } = c.req.valid('param')
      const person = await asked(c, negotiation)
      if (typeof person === 'string') return problem(c, person)
      const feed = await signIn.feedOf(person.person, negotiation)
      return c.json(feed === undefined ? {} : { since: feed.createdAt }, 200)
    })
    .openapi(give, async (c) => {
      const { negotiation } = c.req.valid('param')
      const person = await asked(c, negotiation)
      if (typeof person === 'string') return problem(c, person)
      const secret = newToken()
      const createdAt = timestamp()
      await signIn.setFeed({ hash: hashToken(secret), person: person.person, negotiation, createdAt })
      c.header('cache-control', 'no-store')
      return c.json({ url: `${originOf(c)}${settings.basePath}/api/calendar/${secret}.ics`, since: createdAt }, 200)
    })
    .openapi(takeBack, async (c) => {
      const { negotiation } = c.req.valid('param')
      const person = await asked(c, negotiation)
      if (typeof person === 'string') return problem(c, person)
      await signIn.removeFeed(person.person, negotiation)
      return c.body(null, 204)
    })
    .openapi(read, async (c) => {
      const { feed: name } = c.req.valid('param')
      const secret = Token.safeParse(name.replace(/\.ics$/, ''))
      const feed = secret.success ? await signIn.feed(hashToken(secret.data)) : undefined
      // Only what opens nothing counts as a guess.
      const nothing = () => problem(c, guesses.spend(addressOf(c)) ? 'not-found' : 'rate-limited')
      if (feed === undefined) return nothing()
      const seat = (await signIn.seatsOf(feed.person)).find(({ negotiation }) => negotiation === feed.negotiation)?.seat
      if (seat === undefined) return nothing()
      const address = `${originOf(c)}${settings.basePath}/n/${feed.negotiation}/milestones`
      const calendar = await rooms.read(feed.negotiation, ({ negotiation, readings, head, entries }) => {
        const party = standingSeat(negotiation, seat)?.party
        if (party === undefined || !attends(negotiation, seat)) return undefined
        const lastEntryAt = entries.at(-1)?.at ?? Timestamp.parse('1970-01-01T00:00:00Z')
        return toCalendar({ negotiation, assessment: assess(negotiation, readings), head, lastEntryAt, at: timestamp(), party, address })
      })
      if (calendar === undefined) return nothing()
      return c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' })
    })
}
