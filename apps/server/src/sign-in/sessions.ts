/** Where somebody is signed in: their sessions, told to them and to nobody else, each of which they can end. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Session } from '@entente/store'
import type { Host } from '../host.ts'
import { json, refused } from '../http/answers.ts'
import { problem } from '../http/problem.ts'
import { endSession, forgetCookie } from './session.ts'
import { whoAsks } from './who.ts'

/** How a session is called outside the server: enough of its hash to tell one's own apart, and nothing that signs anybody in. */
const SessionId = z.string().regex(/^[0-9a-f]{16}$/)
const idOf = ({ hash }: Session) => hash.slice(0, 16)

const list = createRoute({
  method: 'get',
  path: '/api/sessions',
  summary: 'Where you are signed in',
  responses: {
    200: {
      description: 'Your sessions, oldest first',
      ...json(
        z.array(
          z.object({
            id: SessionId,
            device: z.string(),
            since: z.iso.datetime(),
            lastUsed: z.iso.datetime(),
            expires: z.iso.datetime(),
            here: z.boolean(),
          }),
        ),
      ),
    },
    401: refused,
  },
})

const end = createRoute({
  method: 'post',
  path: '/api/sessions/{session}/end',
  summary: 'End one of your sessions; its open connections are closed',
  request: { params: z.object({ session: SessionId }) },
  responses: { 204: { description: 'Ended' }, 401: refused, 404: refused },
})

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'End this session',
  responses: { 204: { description: 'Signed out' } },
})

const signOutEverywhere = createRoute({
  method: 'post',
  path: '/api/sign-out/everywhere',
  summary: 'End all your sessions, this one included',
  responses: { 204: { description: 'Signed out' }, 401: refused },
})

export function sessionRoutes(host: Host) {
  const { store } = host
  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(list, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const sessions = await store.signIn.sessionsOf(asker.person.person, host.timestamp())
      return c.json(
        sessions.map((session) => ({
          id: idOf(session),
          device: session.device,
          since: session.createdAt,
          lastUsed: session.lastUsed,
          expires: session.expires,
          here: session.hash === asker.session.hash,
        })),
        200,
      )
    })
    .openapi(end, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const { session: id } = c.req.valid('param')
      const own = await store.signIn.sessionsOf(asker.person.person, host.timestamp())
      const meant = own.find((session) => idOf(session) === id)
      if (meant === undefined) return problem(c, 'not-found')
      await endSession(host, meant.hash)
      if (meant.hash === asker.session.hash) forgetCookie(host, c)
      return c.body(null, 204)
    })
    .openapi(signOut, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker !== undefined) await endSession(host, asker.session.hash)
      forgetCookie(host, c)
      return c.body(null, 204)
    })
    .openapi(signOutEverywhere, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      for (const { hash } of await store.signIn.sessionsOf(asker.person.person, host.timestamp())) await endSession(host, hash)
      forgetCookie(host, c)
      return c.body(null, 204)
    })
}
