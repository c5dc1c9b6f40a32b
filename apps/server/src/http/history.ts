/**
 * The words of the table as they were: every version of a clause with who wrote it, and all texts at a moment.
 *
 * Both are read from the stored updates, which nobody can change afterwards. Whoever sits at the table may ask: they are the words the
 * table saw.
 */
import { setImmediate } from 'node:timers/promises'
import { ClauseId, NegotiationId, tableOf, Timestamp } from '@entente/agreement'
import { carriages, documentAfter, historianOf, readRoot, type Text, type Version, type WrittenWords } from '@entente/draft'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Writer } from '@entente/store'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import { atTable } from './asker.ts'
import { json, refusedAs } from './answers.ts'
import { problem } from './problem.ts'

/** The newest versions that are told; of older ones the number. */
export const MAX_VERSIONS = 200
/** How many histories are read at once. Reading a long one takes a second or two. */
export const HISTORIES_AT_ONCE = 2
/** Updates played before others have their turn. */
const PORTION = 500

const Author = z.string().openapi({ description: 'A seat, or `server` for an import, an incorporation or a correction' })
const Blocks = z.array(z.record(z.string(), z.unknown())).openapi({ description: 'Paragraphs and lists, as the text is read' })

const History = z.object({
  versions: z.array(
    z.object({
      upto: z.int().openapi({ description: 'The last stored update in it' }),
      from: z.string(),
      until: z.string(),
      by: z.array(Author),
      text: Blocks,
      writers: z
        .array(z.array(z.object({ text: z.string(), by: Author })))
        .openapi({ description: 'Paragraph by paragraph, who wrote the words' }),
    }),
  ),
  earlier: z.int().openapi({ description: 'How many older versions there are' }),
})

const Texts = z.object({
  at: z.string(),
  since: z.string().optional().openapi({ description: 'When the first words were kept; of earlier moments nothing is known' }),
  clauses: z.record(z.string(), Blocks),
})

const failures = {
  400: refusedAs('malformed'),
  401: refusedAs('not-signed-in'),
  404: refusedAs('not-found: no such negotiation or clause, or not yours'),
  429: refusedAs('too-many-histories: so many are being read that this one was not begun. Ask again later.'),
}

const clauseRoute = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/clauses/{clause}/history',
  summary: 'The versions of a clause’s words, oldest first, each with who changed them and who wrote which words',
  request: { params: z.object({ negotiation: NegotiationId, clause: ClauseId }) },
  responses: { 200: { description: 'The versions', ...json(History) }, ...failures },
})

const momentRoute = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/texts',
  summary: 'The words of every clause as they stood at a moment',
  request: { params: z.object({ negotiation: NegotiationId }), query: z.object({ at: Timestamp }) },
  responses: { 200: { description: 'By clause', ...json(Texts) }, ...failures },
})

export function historyRoutes(host: HistoryHost) {
  let reading = 0

  /** The clauses of the table for whoever sits there. */
  const admitted = (c: Context, negotiation: NegotiationId) =>
    atTable(c, host, negotiation, (now): ReadonlySet<ClauseId> => new Set(now.negotiation.clauses.map(({ clause }) => clause)))

  /** Reads while few enough histories are being read. */
  const inTurn = async <Told>(read: () => Promise<Told>): Promise<Told | 'too-many-histories'> => {
    if (reading >= HISTORIES_AT_ONCE) return 'too-many-histories'
    reading += 1
    try {
      return await read()
    } finally {
      reading -= 1
    }
  }

  const { rooms: store } = host.store
  const versionsOf = async (negotiation: NegotiationId, clause: ClauseId) => {
    const room = tableOf(negotiation)
    const entries = await store.entriesSince(room, 0)
    const historian = historianOf({ kind: 'clause', clause }, carriages(entries.map(({ fact }) => fact)))
    const updates = await store.updatesSince(room, 0)
    for (let from = 0; from < updates.length; from += PORTION) {
      historian.play(updates.slice(from, from + PORTION))
      await setImmediate()
    }
    const versions = historian.versions()
    const leases = await store.leases(room)
    return {
      versions: versions.slice(-MAX_VERSIONS).map((version) => tell(version, leases)),
      earlier: Math.max(0, versions.length - MAX_VERSIONS),
    }
  }

  const textsAt = async (negotiation: NegotiationId, clauses: ReadonlySet<ClauseId>, at: Timestamp) => {
    const before = Date.parse(at)
    const updates = await store.updatesSince(tableOf(negotiation), 0)
    const doc = documentAfter(updates.filter((update) => Date.parse(update.at) <= before))
    const [first] = updates
    return {
      at,
      ...(first !== undefined && { since: first.at }),
      clauses: Object.fromEntries(Array.from(clauses, (clause) => [clause, plain(readRoot(doc, { kind: 'clause', clause }))])),
    }
  }

  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(clauseRoute, async (c) => {
      const { negotiation, clause } = c.req.valid('param')
      const clauses = await admitted(c, negotiation)
      if (typeof clauses === 'string') return problem(c, clauses)
      if (!clauses.has(clause)) return problem(c, 'not-found')
      const told = await inTurn(() => versionsOf(negotiation, clause))
      return told === 'too-many-histories' ? problem(c, told) : c.json(told, 200, { 'cache-control': 'no-store' })
    })
    .openapi(momentRoute, async (c) => {
      const { negotiation } = c.req.valid('param')
      const clauses = await admitted(c, negotiation)
      if (typeof clauses === 'string') return problem(c, clauses)
      const told = await inTurn(() => textsAt(negotiation, clauses, c.req.valid('query').at))
      return told === 'too-many-histories' ? problem(c, told) : c.json(told, 200, { 'cache-control': 'no-store' })
    })
}

/** What of the server this needs. */
type HistoryHost = Pick<Host, 'store' | 'demo' | 'timestamp' | 'malformed'> & { readonly rooms: Pick<Host['rooms'], 'read'> }

function tell({ upto, from, until, by, text, writers }: Version, leases: ReadonlyMap<number, Writer>) {
  const writer = (client: number) => leases.get(client) ?? 'server'
  return { upto, from, until, by: [...by], text: plain(text), writers: writers.map((paragraph) => byWriter(paragraph, writer)) }
}

/** The blocks as JSON takes them. */
function plain(text: Text): Record<string, unknown>[] {
  return text.map((block) => ({ ...block }))
}

/** Neighbouring words of one writer as one, whatever clientIDs they used. */
function byWriter(paragraph: readonly WrittenWords[], writer: (client: number) => Writer) {
  const words: { text: string; by: Writer }[] = []
  for (const { text, client } of paragraph) {
    const by = writer(client)
    const last = words.at(-1)
    if (last?.by === by) last.text += text
    else words.push({ text, by })
  }
  return words
}
