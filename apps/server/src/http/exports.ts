/** The agreed text or the rolling text as a document. The preview in the browser is the same tree as HTML. */
import { NegotiationId, type ClauseId } from '@entente/agreement'
import { readRoot, type Text } from '@entente/draft'
import { communique, toDocx, toHtml, toMarkdown, toPdf, type Paper } from '@entente/export'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Host } from '../host.ts'
import type { RoomReading } from '../rooms.ts'
import { seatAt, tokenOf, whoHolds } from '../sign-in/who.ts'
import { Problem, problem } from './problem.ts'

export const exportFormats = ['docx', 'pdf', 'html', 'md'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const mediaTypes: { readonly [format in ExportFormat]: string } = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

const Flag = z.enum(['true', 'false']).transform((flag) => flag === 'true')

const refused = (description: string) => ({ description, content: { 'application/json': { schema: Problem } } })

const route = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/export',
  summary: 'The agreed text or the rolling text as a document',
  request: {
    params: z.object({ negotiation: NegotiationId }),
    query: z.object({
      what: z.enum(['agreed', 'rolling']),
      format: z.enum(exportFormats),
      positions: Flag.default(true),
      milestones: Flag.default(true),
    }),
  },
  responses: {
    200: { description: 'The document' },
    400: refused('malformed'),
    401: refused('not signed in'),
    404: refused('no such negotiation, or not yours'),
    429: refused('too many documents are being made'),
    500: refused('the document could not be made'),
  },
})

export type Wish = { readonly what: 'agreed' | 'rolling'; readonly positions: boolean; readonly milestones: boolean }

/** The document of a room as it stands, before any format. It sees the table only: nothing private can be in it. */
export function paperOf({ negotiation, readings, head, doc }: RoomReading, { what, positions, milestones }: Wish, at: Paper['at']): Paper {
  const texts = new Map<ClauseId, Text>(negotiation.clauses.map(({ clause }) => [clause, readRoot(doc, { kind: 'clause', clause })]))
  const amendments = new Map(
    [...negotiation.amendments.keys()].map((amendment) => [amendment, readRoot(doc, { kind: 'amendment', amendment })]),
  )
  return communique({
    negotiation,
    readings,
    texts,
    amendments,
    kind: what,
    include: { statuses: positions, annexMilestones: milestones, annexDeclarations: true, comments: false },
    head,
    at,
  })
}

/** A paper in one format. */
export async function render(paper: Paper, format: ExportFormat): Promise<Uint8Array | string> {
  switch (format) {
    case 'docx':
      return toDocx(paper)
    case 'pdf':
      return toPdf(paper)
    case 'html':
      return toHtml(paper)
    case 'md':
      return toMarkdown(paper)
    default:
      return format satisfies never
  }
}

export function exportRoutes(host: Host) {
  return new OpenAPIHono({ defaultHook: host.malformed }).openapi(route, async (c) => {
    const { negotiation } = c.req.valid('param')
    const { format, ...wish } = c.req.valid('query')
    const who = await whoHolds(tokenOf(c), host.store, host.demo, host.timestamp())
    if (who === undefined) return problem(c, 'not-signed-in')
    if (seatAt(who, negotiation) === undefined) return problem(c, 'not-found')
    const paper = await host.rooms.read(negotiation, (reading) => paperOf(reading, wish, host.timestamp()))
    if (paper === undefined) return problem(c, 'not-found')
    const made = await render(paper, format)
    const name = `${negotiation}-${wish.what}.${format}`
    return c.body(typeof made === 'string' ? made : new Uint8Array(made), 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    })
  })
}
