/** What a paper is made from, and what of it is wanted. */
import type { AmendmentId, ClauseId, Cover, Head, Negotiation, Readings, Timestamp } from '@entente/agreement'
import type { Text } from '@entente/draft'
import type { PaperKind } from './paper.ts'

/** What a paper has besides the clauses. The last four are for the rolling text only. */
export type Include = {
  readonly annexMilestones: boolean
  /** Reservations are annexed in any case; this is about declarations. */
  readonly annexDeclarations: boolean
  readonly annexPositions: boolean
  readonly statuses: boolean
  readonly comments: boolean
  /** Amendments as tracked changes in the words, for formats that have them, instead of under the clause. */
  readonly tracked: boolean
}

export const INCLUDE: Include = {
  annexMilestones: true,
  annexDeclarations: true,
  annexPositions: true,
  statuses: true,
  comments: false,
  tracked: false,
}

export type Manuscript = {
  /** The table's. Throws if it is of a private room, or if nothing was opened. */
  readonly negotiation: Negotiation
  /** The words of every standing clause, read at the same moment as `readings`. Throws if one is missing. */
  readonly texts: ReadonlyMap<ClauseId, Text>
  /** The words of the amendments; only the rolling text prints them. */
  readonly amendments?: ReadonlyMap<AmendmentId, Text>
  readonly readings: Readings
  readonly kind: PaperKind
  /** The last entry of the record that `negotiation` tells. */
  readonly head: Head
  readonly at: Timestamp
  readonly include?: Partial<Include>
}

/** What stands on the cover. Throws if the record is of a private room, or if nothing was opened. */
export function coverOf({ opened, privateRoom }: Negotiation): Cover {
  if (opened === undefined) throw new Error('Nothing to print: no negotiation was opened')
  if (privateRoom !== undefined) throw new Error(`Only the table is printed, not ${privateRoom.room}`)
  return opened.cover
}
