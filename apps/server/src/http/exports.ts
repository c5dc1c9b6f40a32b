/** The agreed text, the rolling text or the positions as a file. The preview in the browser is the same tree as HTML. */
import { NegotiationId, type ClauseId, type Timestamp } from '@entente/agreement'
import { readRoot, type Text } from '@entente/draft'
import {
  communique,
  fileName,
  matrix,
  PrinterBusy,
  PrinterFailed,
  toCsv,
  toDocx,
  toHtml,
  toMarkdown,
  toPdf,
  toXlsx,
  type Matrix,
  type Paper,
} from '@entente/export'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import type { Log } from '../log.ts'
import type { RoomReading } from '../rooms.ts'
import { atTable } from './asker.ts'
import { file, refusedAs } from './answers.ts'
import { problem } from './problem.ts'

export const textFormats = ['docx', 'pdf', 'html', 'md'] as const
type TextFormat = (typeof textFormats)[number]
const sheetFormats = ['csv', 'xlsx'] as const
type SheetFormat = (typeof sheetFormats)[number]

/** A text is asked for in the first four; the last two always are the positions, clauses by parties. */
export const exportFormats = [...textFormats, ...sheetFormats] as const
export type ExportFormat = (typeof exportFormats)[number]

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies { readonly [format in ExportFormat]: string }

const flag = (otherwise: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(otherwise)
    .transform((given) => given === 'true')

const route = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/export',
  summary: 'The agreed text, the rolling text or the positions as a file',
  description:
    'As `docx`, `pdf`, `html` or `md` it is the text that `what` names. As `csv` or `xlsx` it is the positions, clauses by parties, whatever `what` says. It is made of the table only: nothing private can be in it.',
  request: {
    params: z.object({ negotiation: NegotiationId }),
    query: z.object({
      what: z
        .enum(['agreed', 'rolling'])
        .default('agreed')
        .openapi({ description: 'The clauses that are agreed, or everything that stands with its brackets.' }),
      format: z.enum(exportFormats),
      positions: flag('true').openapi({
        description: 'Rolling text: the status of each clause in words, and the positions as an annex.',
      }),
      milestones: flag('true').openapi({ description: 'The milestones of the clauses in the text, as an annex.' }),
      comments: flag('false').openapi({ description: 'Rolling text: what was said of each clause.' }),
      tracked: flag('false').openapi({
        description: 'Rolling text as `docx`: amendments as tracked changes in the words, in place of readings under the clause.',
      }),
    }),
  },
  responses: {
    200: {
      description: 'The file. `Content-Disposition` names it after the negotiation, its content and the last entry of the record.',
      content: Object.fromEntries(Object.values(mediaTypes).map((type) => [type, file])),
    },
    400: refusedAs('malformed'),
    401: refusedAs('not-signed-in'),
    404: refusedAs('not-found: no such negotiation, or not yours'),
    429: refusedAs('too-many-exports: so many files are being made that this one was not begun. Ask again later.'),
    500: refusedAs('export-failed: the file could not be made'),
  },
})

export type Wish = {
  readonly what: 'agreed' | 'rolling'
  readonly positions: boolean
  readonly milestones: boolean
  readonly comments: boolean
  readonly tracked: boolean
}

/** What is to be in a file, before it is made. It no longer depends on the room. */
export type Contents = { readonly format: TextFormat; readonly paper: Paper } | { readonly format: SheetFormat; readonly matrix: Matrix }

/** A room as it stands, as the content of a file. It sees the table only: nothing private can be in it. */
export function contentsOf(reading: RoomReading, format: ExportFormat, wish: Wish, at: Timestamp): Contents {
  switch (format) {
    case 'docx':
    case 'pdf':
    case 'html':
    case 'md':
      return { format, paper: paperOf(reading, { ...wish, tracked: wish.tracked && format === 'docx' }, at) }
    case 'csv':
    case 'xlsx':
      return { format, matrix: matrix({ ...reading, at }) }
    default:
      return format satisfies never
  }
}

function paperOf(
  { negotiation, readings, head, doc }: RoomReading,
  { what, positions, milestones, comments, tracked }: Wish,
  at: Timestamp,
): Paper {
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
    include: { statuses: positions, annexPositions: positions, annexMilestones: milestones, annexDeclarations: true, comments, tracked },
    head,
    at,
  })
}

export type Exported = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array | string }

/** Makes the file. Rejects with `PrinterBusy` or `PrinterFailed`. */
export async function exported(contents: Contents): Promise<Exported> {
  const content = await encoded(contents)
  const name = 'paper' in contents ? fileName(contents.paper, contents.format) : fileName(contents.matrix, contents.format)
  return { name, mediaType: mediaTypes[contents.format], content }
}

function encoded(contents: Contents): Promise<Uint8Array> | string {
  switch (contents.format) {
    case 'docx':
      return toDocx(contents.paper)
    case 'pdf':
      return toPdf(contents.paper)
    case 'html':
      return toHtml(contents.paper)
    case 'md':
      return toMarkdown(contents.paper)
    case 'csv':
      return toCsv(contents.matrix)
    case 'xlsx':
      return toXlsx(contents.matrix)
    default:
      return contents satisfies never
  }
}

/** `make` is what makes the files; a test may put another in its place. */
export function exportRoutes(host: ExportHost, log: Log, make: typeof exported = exported) {
  return new OpenAPIHono({ defaultHook: host.malformed }).openapi(route, async (c) => {
    const { negotiation } = c.req.valid('param')
    const { format, ...wish } = c.req.valid('query')
    const contents = await atTable(c, host, negotiation, (reading) => contentsOf(reading, format, wish, host.timestamp()))
    return typeof contents === 'string' ? problem(c, contents) : handOut(c, log, () => make(contents))
  })
}

/** Sends a file once it is made, or says why it could not be. */
export async function handOut(c: Context, log: Log, make: () => Promise<Exported>) {
  try {
    const { name, mediaType, content } = await make()
    return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200, {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    })
  } catch (error) {
    if (error instanceof PrinterBusy) return problem(c, 'too-many-exports')
    if (!(error instanceof PrinterFailed)) throw error
    // Its message may quote the text.
    log({ event: 'export-failed' })
    return problem(c, 'export-failed')
  }
}

/** What of the server exporting needs. */
type ExportHost = Pick<Host, 'store' | 'demo' | 'timestamp' | 'malformed'> & { readonly rooms: Pick<Host['rooms'], 'read'> }
