import type { ClauseId } from '@entente/agreement'
import type { Room } from '@entente/sync/client'

/** The clauses this seat has added since an entry of the record, in their order. */
export function addedSince(room: Room, before: number): readonly ClauseId[] {
  const { record, speaker } = room.view()
  return record.entries.flatMap(({ seq, by, fact }) =>
    seq > before && by !== 'server' && by.seat === speaker?.seat.seat && fact.kind === 'clause-added' ? [fact.clause] : [],
  )
}
