/** The HTTP side of the server: one app, from the outermost guard to the last page. */
import type { NegotiationId } from '@entente/agreement'
import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { HTTPException } from 'hono/http-exception'
import { demoRoutes } from './demo/routes.ts'
import { bringsEvidence, evidenceRoutes } from './evidence/routes.ts'
import type { Host } from './host.ts'
import { calendarRoutes } from './http/calendar.ts'
import { commandRoutes } from './http/commands.ts'
import { commitmentRoutes } from './http/commitments.ts'
import { exportRoutes } from './http/exports.ts'
import { securityHeaders } from './http/headers.ts'
import { healthRoutes } from './http/health.ts'
import { historyRoutes } from './http/history.ts'
import { negotiationRoutes } from './http/negotiations.ts'
import { isOwnOrigin } from './http/origin.ts'
import { pages } from './http/pages.ts'
import { plainJson } from './http/plain-json.ts'
import { privateExportRoutes } from './http/private-exports.ts'
import { privateRoomRoutes } from './http/private-rooms.ts'
import { problem } from './http/problem.ts'
import type { Log } from './log.ts'
import { about } from './openapi.ts'
import { joinRoutes } from './sign-in/join.ts'
import { meRoutes } from './sign-in/me.ts'
import { memberRoutes } from './sign-in/members.ts'
import { oidcRoutes } from './sign-in/oidc/routes.ts'
import { passkeyRoutes } from './sign-in/passkeys.ts'
import { sessionRoutes } from './sign-in/sessions.ts'

/** Bytes of a request's body. */
export const MAX_BODY = 1 << 20

export type AppParts = {
  readonly host: Host
  readonly log: Log
  readonly demoNegotiations: readonly NegotiationId[]
  /** Answers requests below `/sync` that are no upgrade, or one that is refused. */
  readonly sockets: Hono
  /** Folder of the built web app; without it only the API is served. */
  readonly web: string | undefined
}

export function makeApp({ host, log, demoNegotiations, sockets, web }: AppParts): Hono {
  const api = new OpenAPIHono({ defaultHook: host.malformed })
  api.route('/', healthRoutes(host))
  api.route('/', meRoutes(host))
  api.route('/', joinRoutes(host))
  api.route('/', sessionRoutes(host))
  api.route('/', memberRoutes(host))
  api.route('/', passkeyRoutes(host))
  api.route('/', oidcRoutes(host))
  api.route('/', negotiationRoutes(host))
  api.route('/', commandRoutes(host))
  api.route('/', privateRoomRoutes(host))
  api.route('/', privateExportRoutes(host, log))
  api.route('/', exportRoutes(host, log))
  api.route('/', historyRoutes(host))
  api.route('/', evidenceRoutes(host, log))
  api.route('/', commitmentRoutes(host, log))
  api.route('/', calendarRoutes(host))
  if (host.demo) api.route('/', demoRoutes(host, demoNegotiations))
  api.doc31('/api/openapi.json', about)
  api.all('/api/*', (c) => problem(c, 'not-found'))

  const app = new Hono()
  app.use(securityHeaders)
  app.use(async (c, next) => {
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    // A token in the header cannot be sent by another site's page; a cookie can (cross-site request forgery).
    const safe =
      reading ||
      c.req.header('authorization') !== undefined ||
      isOwnOrigin(c.req.header('origin'), c.req.header('host'), host.settings.origins)
    return safe ? next() : problem(c, 'origin-refused')
  })
  const limited = every(bodyLimit({ maxSize: MAX_BODY, onError: (c) => problem(c, 'too-large') }), plainJson)
  // Evidence has a limit of its own, and is never held in memory.
  app.use((c, next) => (bringsEvidence({ method: c.req.method, url: c.req.path }) ? next() : limited(c, next)))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) return problem(c, 'malformed')
    log({ event: 'request-failed', method: c.req.method, path: c.req.routePath, fault: error.name })
    return problem(c, 'internal')
  })
  app.route('/', sockets)
  app.route('/', api)
  if (web !== undefined) app.route('/', pages(web, host.settings.basePath))
  app.notFound((c) => problem(c, 'not-found'))

  return new Hono().route(host.settings.basePath === '' ? '/' : host.settings.basePath, app)
}
