/** What the reader of the record asks for: a clause, a party, a kind of statement, or everything. */
import type { ClauseId, PartyId } from '@entente/agreement'
import type { Telling, Topic } from './tell.ts'

export type RecordFilter = { readonly clause: ClauseId | undefined; readonly party: PartyId | undefined; readonly topic: Topic | undefined }

export const everything: RecordFilter = { clause: undefined, party: undefined, topic: undefined }

/** Whether an entry is about what the filter asks for. */
export function passes({ clauses, by, topic }: Telling, filter: RecordFilter): boolean {
  return (
    (filter.clause === undefined || clauses.includes(filter.clause)) &&
    (filter.party === undefined || by.includes(filter.party)) &&
    (filter.topic === undefined || topic === filter.topic)
  )
}
