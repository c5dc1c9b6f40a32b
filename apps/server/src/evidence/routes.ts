/**
 * Files of evidence over HTTP: brought as they are, streamed, and given back only as attachments.
 *
 * A file is named in the address by the SHA-256 that its bytes must have. It becomes part of the record when a report names it; until then
 * only the party that brought it can open it. Who may open it afterwards is what the report says (`mayOpen`).
 */
import {
  EvidenceType,
  FileName,
  Fingerprint,
  may,
  mayOpen,
  NegotiationId,
  typeOfName,
  type Negotiation,
  type PartyId,
} from '@entente/agreement'
import { EvidenceUnavailable } from '@entente/store'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import { file, json, refusedAs } from '../http/answers.ts'
import { atTable } from '../http/asker.ts'
import { problem } from '../http/problem.ts'
import type { Log } from '../log.ts'
import { EVIDENCE_TOTAL } from './cabinet.ts'
import { keepingPace, UploadStalled } from './pace.ts'
import { ScanFailed } from './scan.ts'

const params = z.object({ negotiation: NegotiationId, sha256: Fingerprint })

const bring = createRoute({
  method: 'put',
  path: '/api/negotiations/{negotiation}/evidence/{sha256}',
  summary: 'Bring a file of evidence',
  description:
    'The body is the file itself. The address names the SHA-256 of its bytes, in hex; the same file can be brought again. A report (`milestone.report`) then names it.',
  request: {
    params,
    query: z.object({
      name: z.string().max(1_024).openapi({ description: 'What the file is called. Its ending says of which type it is.' }),
    }),
    body: { required: true, content: { 'application/octet-stream': file } },
  },
  responses: {
    200: {
      description: 'Kept',
      ...json(z.object({ sha256: Fingerprint, bytes: z.int(), type: EvidenceType, name: z.string() })),
    },
    400: refusedAs('malformed: the name is not the name of a file, or there are no bytes'),
    401: refusedAs('not-signed-in'),
    403: refusedAs('not-allowed: the seat may not report'),
    404: refusedAs('not-found'),
    408: refusedAs('upload-stalled: no bytes came for too long, or too few; nothing was kept'),
    409: refusedAs('wrong-hash: the bytes are others than the address says; evidence-refused: the inspection did not let it pass'),
    413: refusedAs('too-large'),
    415: refusedAs('type-refused: files of this kind are not taken'),
    503: refusedAs(
      'scan-failed: the inspection could not be made; storage-unavailable: the bucket cannot be used just now; nothing was kept',
    ),
  },
})

const take = createRoute({
  method: 'get',
  path: '/api/negotiations/{negotiation}/evidence/{sha256}',
  summary: 'A file of evidence, as an attachment',
  request: { params },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': file } },
    401: refusedAs('not-signed-in'),
    404: refusedAs('not-found: no such file, or not for your party; the answer is the same'),
  },
})

/** What a request of a browser may do with the bytes, if it shows them in spite of everything: nothing. */
const INERT = "default-src 'none'; sandbox"

/** Whether a request brings a file: it is measured by the limit for evidence, and keeps pace instead of a deadline. */
export function bringsEvidence({ method, url = '' }: { readonly method?: string | undefined; readonly url?: string | undefined }): boolean {
  return method === 'PUT' && BRINGING.test(url.split('?', 1)[0] ?? '')
}

const BRINGING = /\/api\/negotiations\/[^/]+\/evidence\/[^/]+$/

export function evidenceRoutes(host: Host, log: Log) {
  const { evidence, timestamp, malformed } = host
  /** The table as it stands, and who asks. */
  const asked = (c: Context, id: NegotiationId) => atTable(c, host, id, ({ negotiation }, speaker) => ({ negotiation, speaker }))

  return new OpenAPIHono({ defaultHook: malformed })
    .openapi(bring, async (c) => {
      const { negotiation, sha256 } = c.req.valid('param')
      const about = await asked(c, negotiation)
      if (typeof about === 'string') return problem(c, about)
      const { party, seat } = about.speaker
      if (!may(about.speaker, 'report')) return problem(c, 'not-allowed')
      const name = FileName.safeParse(c.req.valid('query').name)
      if (!name.success) return problem(c, 'malformed', 'name: the plain name of a file, without folders or special characters')
      const type = typeOfName(name.data)
      if (type === undefined) return problem(c, 'type-refused')
      const limit = Math.min(evidence.limit, EVIDENCE_TOTAL - evidence.total(negotiation))
      if (Number(c.req.header('content-length') ?? 0) > limit) return tooLarge(c)
      const { body } = c.req.raw
      if (body === null) return problem(c, 'malformed', 'body: no bytes')
      try {
        const filing = { party: party.party, seat: seat.seat, at: timestamp(), name: name.data }
        const kept = await evidence.files.keep(
          { negotiation, sha256, type, filing, limit },
          keepingPace(body, evidence.pace),
          evidence.inspect,
        )
        switch (kept.is) {
          case 'kept':
            evidence.filed(kept.about)
            return c.json({ sha256, bytes: kept.about.bytes, type, name: name.data }, 200)
          case 'empty':
            return problem(c, 'malformed', 'body: no bytes')
          case 'too-large':
            return tooLarge(c)
          case 'wrong-hash':
            return problem(c, 'wrong-hash')
          case 'refused':
            log({ event: 'evidence-refused' })
            return problem(c, 'evidence-refused')
          default:
            return kept satisfies never
        }
      } catch (error) {
        if (error instanceof UploadStalled) {
          c.header('connection', 'close')
          return problem(c, 'upload-stalled')
        }
        if (error instanceof EvidenceUnavailable) {
          log({ event: 'evidence-unavailable', fault: error.message })
          return problem(c, 'storage-unavailable')
        }
        if (!(error instanceof ScanFailed)) throw error
        log({ event: 'scan-failed', fault: error.message })
        return problem(c, 'scan-failed')
      }
    })
    .openapi(take, async (c) => {
      const { negotiation, sha256 } = c.req.valid('param')
      const about = await asked(c, negotiation)
      if (typeof about === 'string') return problem(c, about)
      const file = await evidence.files.about(negotiation, sha256)
      const from = file && openTo(about.negotiation, about.speaker.party, sha256, file.filings)
      const filing = file?.filings.find(({ party }) => party === from)
      if (file === undefined || filing === undefined) return problem(c, 'not-found')
      return c.body(ReadableStream.from(evidence.files.open(negotiation, sha256)), 200, {
        'content-type': 'application/octet-stream',
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(filing.name).replaceAll(/['()*]/g, hex)}`,
        'content-security-policy': INERT,
        'cache-control': 'no-store',
      })
    })
}

/** The party as whose file it is open to whoever asks: their own, or one whose report lets them. */
function openTo(
  { milestones }: Negotiation,
  asks: Parameters<typeof mayOpen>[1],
  sha256: Fingerprint,
  filings: readonly { readonly party: PartyId }[],
): PartyId | undefined {
  if (filings.some(({ party }) => party === asks.party)) return asks.party
  for (const { steps, terms } of milestones.values())
    for (const step of steps) {
      if (step.is !== 'reported' || step.said.by === 'server') continue
      const { party } = step.said.by
      const named = step.evidence.some((item) => item.is === 'file' && item.sha256 === sha256 && mayOpen(item, asks, party, terms.verifier))
      if (named) return filings.some((filing) => filing.party === party) ? party : filings[0]?.party
    }
  return undefined
}

/** What follows on the connection is the rest of a file that nobody reads. */
function tooLarge(c: Context) {
  c.header('connection', 'close')
  return problem(c, 'too-large')
}

const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
