/** Putting back what somebody removed at once, if nobody has typed there since: then the words before are no more than the words now. */
import { Timestamp, type ClauseId, type NegotiationId } from '@entente/agreement'
import { readRoot, rootName } from '@entente/draft'
import type { Room } from '@entente/sync/client'
import { server } from '../api/server.ts'
import { faultWords } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { onlyRemoved } from './only-removed.ts'
import { restore } from './restore.ts'

export type PutBack = { readonly is: 'done' } | { readonly is: 'typed-since' } | { readonly is: 'failed'; readonly why: string }

type Removed = { readonly clause: ClauseId; readonly at: Timestamp }

/** As an ordinary edit of whoever does it. Where others have typed since, nothing is touched. */
export async function putBack(room: Room, negotiation: NegotiationId, { clause, at }: Removed): Promise<PutBack> {
  const outcome = await server.textsAt(negotiation, justBefore(at), { token: tokenFor(negotiation) })
  if (!outcome.ok) return { is: 'failed', why: faultWords(outcome.fault) }
  const before = outcome.value.clauses[clause] ?? []
  if (!onlyRemoved(before, readRoot(room.doc(), { kind: 'clause', clause }))) return { is: 'typed-since' }
  restore(room.doc(), new Map([[rootName({ kind: 'clause', clause }), before]]))
  return { is: 'done' }
}

/** What is removed goes on record before it is gone, in the same millisecond or later. */
function justBefore(at: Timestamp): Timestamp {
  return Timestamp.parse(new Date(Date.parse(at) - 1).toISOString())
}
