/** For whoever watches the server: is it alive, can it serve, what is it. */
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'

const State = z.object({ version: z.string(), healthy: z.boolean(), storage: z.string(), demo: z.boolean() })

const server = createRoute({
  method: 'get',
  path: '/api/server',
  summary: 'What this server is and where its data lives',
  responses: { 200: { description: 'As the start page shows it', content: { 'application/json': { schema: State } } } },
})

export function healthRoutes(host: Host) {
  return new OpenAPIHono()
    .openapi(server, (c) => c.json({ version: host.version, healthy: host.ready(), storage: host.storage, demo: host.demo }, 200))
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', (c) => (host.ready() ? c.text('ready') : c.text('draining', 503)))
}
