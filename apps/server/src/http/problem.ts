/** How the HTTP API says no: a machine-readable code, a status to match, and sometimes what exactly is wrong. */
import type { Refusal, RefusalCode } from '@entente/agreement'
import type { NotTaken } from '@entente/sync/frames'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Every code besides those of refused commands. The status is what HTTP clients go by. */
export const problems = {
  malformed: 400,
  'not-signed-in': 401,
  /** One text for every passkey that signs nobody in: unknown, removed, answered too late or wrongly signed. */
  'passkey-invalid': 401,
  'origin-refused': 403,
  /** The provider said no, or what came back was not its answer to this browser. */
  'provider-refused': 403,
  'not-allowed': 403,
  'not-found': 404,
  /** One text for every invitation that opens nothing: used, expired, revoked or never given. */
  'invitation-invalid': 410,
  /** The invitation was used: what it gave is taken away by taking the seat away. */
  'invitation-used': 409,
  /** The page has no name that a passkey could be bound to. */
  'passkey-impossible': 409,
  'too-many-passkeys': 409,
  /** The file stopped coming, or came more slowly than any line that works. */
  'upload-stalled': 408,
  /** The bytes that came are not those that were announced. */
  'wrong-hash': 409,
  'evidence-refused': 409,
  /** The room holds no more words. */
  full: 409,
  'too-large': 413,
  'type-refused': 415,
  'rate-limited': 429,
  'too-many-exports': 429,
  'too-many-histories': 429,
  /** Somebody else signs in here with it. */
  'identity-taken': 409,
  'export-failed': 500,
  internal: 500,
  'provider-unavailable': 502,
  'scan-failed': 503,
  'storage-unavailable': 503,
  'room-busy': 503,
} as const satisfies Record<string, ContentfulStatusCode>

export type ProblemCode = keyof typeof problems

export const Problem = z.object({ code: z.string(), detail: z.string().optional() }).openapi('Problem')

export function problem<Code extends ProblemCode>(c: Context, code: Code, detail?: string) {
  const body: { code: string; detail?: string } = { code, ...(detail !== undefined && { detail }) }
  return c.json(body, problems[code])
}

/** A refused command, as HTTP says it: the code and what goes with it. */
export function refusal(c: Context, { code, ...facts }: Refusal | NotTaken) {
  return code === 'rate-limited' || code === 'full' || code === 'storage-unavailable' || code === 'internal'
    ? problem(c, code)
    : c.json({ code, ...facts }, statusOf(code))
}

/** The status of a refused command: the state of the record stands against it, unless the input or the speaker does. */
export function statusOf(code: RefusalCode): 400 | 403 | 404 | 409 {
  switch (code) {
    case 'malformed':
      return 400
    case 'not-permitted':
    case 'not-attending':
    case 'not-in-this-room':
    case 'not-your-party':
    case 'not-the-author':
      return 403
    case 'unknown':
      return 404
    default:
      return 409
  }
}
