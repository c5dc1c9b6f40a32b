/**
 * Why a statement was not recorded.
 *
 * A closed union: every code has a sentence in the web app and a line in the API document. A refusal is an answer, not an error;
 * whoever asked keeps what they wrote.
 */
import type { ClauseId, Fingerprint } from './ids.ts'
import type { Power } from './powers.ts'

/** What can be named by an id that nobody has given. */
export type Named =
  | 'clause'
  | 'section'
  | 'party'
  | 'seat'
  | 'milestone'
  | 'anchor'
  | 'package'
  | 'thread'
  | 'comment'
  | 'round'
  | 'negotiation'
  | 'command'

export type Refusal =
  /** The input does not have the shape the command asks for; `detail` names the field. */
  | { readonly code: 'malformed'; readonly detail: string }
  /** The seat does not have this power (see `powers`). */
  | { readonly code: 'not-permitted'; readonly power: Power }
  | { readonly code: 'unknown'; readonly what: Named; readonly id: string }
  /** The id is taken, also when what it names was withdrawn. */
  | { readonly code: 'taken'; readonly what: Named; readonly id: string }
  | { readonly code: 'clause-withdrawn'; readonly clause: ClauseId }
  | { readonly code: 'clause-not-withdrawn'; readonly clause: ClauseId }
  /** The words changed between reading and saying. Nothing was recorded; read them again. */
  | { readonly code: 'text-moved'; readonly clause: ClauseId; readonly now: Fingerprint }
  /** The same is already on record, so there is nothing to add. */
  | { readonly code: 'nothing-new' }
  | { readonly code: 'condition-on-itself'; readonly clause: ClauseId }
  | { readonly code: 'no-position'; readonly clause: ClauseId }
  | { readonly code: 'not-the-author' }
  | { readonly code: 'thread-resolved' }
  | { readonly code: 'thread-not-resolved' }
  | { readonly code: 'comment-retracted' }
  | { readonly code: 'performer-verifies' }
  | { readonly code: 'dependency-circle' }
  | { readonly code: 'milestone-withdrawn' }
  | { readonly code: 'round-open'; readonly round: number }
  | { readonly code: 'no-round-open' }
  | { readonly code: 'too-many'; readonly what: Named; readonly limit: number }
  /** The table is adopted or the demonstration is read only: nothing can be said any more. */
  | { readonly code: 'closed' }

export type RefusalCode = Refusal['code']
