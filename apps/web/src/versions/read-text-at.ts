/** The whole text at a moment, from the server, or why it is not told. */
import type { NegotiationId, Timestamp } from '@entente/agreement'
import type { Room } from '@entente/sync/client'
import { server } from '../api/server.ts'
import { momentInFull } from '../design/moment.ts'
import { explainFault, type FaultSentence } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import type { ToldTexts } from './shapes.ts'
import { textAt, type ReadText } from './text-at.ts'

export type TextRead = { readonly ok: true; readonly text: ReadText } | { readonly ok: false; readonly fault: FaultSentence }

export async function readTextAt(room: Room, negotiation: NegotiationId, at: Timestamp, signal: AbortSignal): Promise<TextRead> {
  const outcome = await server.textsAt(negotiation, at, { token: tokenFor(negotiation), signal })
  if (!outcome.ok) return { ok: false, fault: explainFault(outcome.fault) }
  const { since } = outcome.value
  if (since === undefined || at < since) return { ok: false, fault: notKept(since) }
  return { ok: true, text: textAt(outcome.value, room.view().record.entries) }
}

/** The moment is older than the words this server keeps. */
function notKept(since: ToldTexts['since']): FaultSentence {
  return {
    what: 'The words of then are not kept here.',
    next:
      since === undefined
        ? 'Nobody has written anything yet.'
        : `This server has kept the words of this table since ${momentInFull(since)}.`,
  }
}
