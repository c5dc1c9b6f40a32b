/** Why the words of a clause cannot be edited here and now. No editor is mounted then: it could do harm, or its words would be refused. */
import { may, penOf, type ClauseId, type Negotiation, type Speaker } from '@entente/agreement'
import { mayWrite } from '@entente/draft'
import type { Connection } from '@entente/sync/client'

export type WhyNotEdit =
  /** It is not known yet who speaks. */
  | 'nobody'
  | 'ended'
  /** The chair's secretariat holds the pen. */
  | 'pen-held'
  /** A delegation holds the pen that the chair gave it. */
  | 'pen-given'
  | 'frozen'
  | 'seat'
  | 'withdrawn'
  /** The text holds something this version does not know; an editor would delete it for everybody. */
  | 'newer-text'

type Known = {
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly connection: Connection
  readonly knows: boolean
}

export function whyNotEdit(clause: ClauseId, { negotiation, speaker, connection, knows }: Known): WhyNotEdit | undefined {
  if (connection.is === 'ended') return 'ended'
  if (speaker === undefined) return 'nobody'
  if (!mayWrite(negotiation, speaker, { kind: 'clause', clause })) {
    const standing = negotiation.clauses.find((one) => one.clause === clause)?.standing.is
    if (standing !== 'standing') return 'withdrawn'
    const pen = penOf(negotiation, clause)
    if (!may(speaker, 'draft')) return 'seat'
    if (negotiation.freezes.has(clause)) return 'frozen'
    return pen.drafting === 'pen' && pen.holder !== undefined ? 'pen-given' : 'pen-held'
  }
  return knows ? undefined : 'newer-text'
}

/** The reason as a sentence. */
export function whyNotEditWords(why: WhyNotEdit): string {
  switch (why) {
    case 'nobody':
      return 'Cannot be edited yet: still finding out who you speak for.'
    case 'ended':
      return 'Cannot be edited: the connection to this table has ended.'
    case 'pen-held':
      return 'Cannot be edited now: the chair’s secretariat holds the pen.'
    case 'pen-given':
      return 'Cannot be edited now: the delegation that holds the pen types here.'
    case 'frozen':
      return 'Cannot be edited now: the chair froze this clause, and the reason is beside it. Positions and comments go on.'
    case 'seat':
      return 'Your seat reads this text and does not draft it.'
    case 'withdrawn':
      return 'Cannot be edited: this clause was withdrawn.'
    case 'newer-text':
      return 'Cannot be edited with this version of the page: the text holds something newer. Reload the page.'
    default:
      return why satisfies never
  }
}
