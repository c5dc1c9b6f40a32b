/**
 * Streamlining: the chair tidies the brackets of a clause in one act that all can review.
 *
 * Readings that are alike become one, with everybody behind it; amendments that nobody but their author supports are dropped. Neither
 * changes a word of the text or of anybody's reading, and a dropped amendment can be tabled again.
 */
import { z } from 'zod'
import { amendmentsOf, behind, type Amendment } from './amendment.ts'
import { standingClause } from './clauses.ts'
import { command, record, refuse, type Situation } from './command.ts'
import { AmendmentId, ClauseId } from './ids.ts'
import { MAX_AMENDMENTS } from './limits.ts'

export const streamlineAmendments = command({
  name: 'amendment.streamline',
  says: 'Merge amendments of a clause that read alike, and drop those that nobody but their author supports.',
  input: z.strictObject({
    clause: ClauseId,
    merge: z.array(z.strictObject({ amendment: AmendmentId, into: AmendmentId })).max(MAX_AMENDMENTS),
    drop: z.array(AmendmentId).max(MAX_AMENDMENTS),
  }),
  rule(situation, { clause, merge, drop }) {
    const { negotiation, amended } = situation
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const tabled = new Map<AmendmentId, Amendment>(amendmentsOf(negotiation, clause).map((one) => [one.amendment, one]))
    const named = [...merge.map(({ amendment }) => amendment), ...drop]
    const unknown = [...named, ...merge.map(({ into }) => into)].find((id) => !tabled.has(id))
    if (unknown !== undefined) return refuse({ code: 'unknown', what: 'amendment', id: unknown })
    if (named.length === 0) return refuse({ code: 'nothing-new' })
    const twice = new Set(named).size < named.length || merge.some(({ into }) => named.includes(into))
    if (twice) return refuse({ code: 'malformed', detail: 'merge: an amendment ends once' })
    const merged = []
    for (const { amendment, into } of merge) {
      const on = amended.get(into)?.fingerprint
      if (on === undefined || amended.get(amendment)?.fingerprint !== on) return refuse({ code: 'readings-differ' })
      merged.push({ amendment, into, on })
    }
    if (drop.some((id) => isSupported(situation, tabled.get(id)))) return refuse({ code: 'amendment-supported' })
    return record({ kind: 'amendments-streamlined', clause, merged, dropped: drop })
  },
})

function isSupported({ negotiation, amended }: Situation, amendment: Amendment | undefined): boolean {
  return amendment !== undefined && behind(negotiation, amendment, amended.get(amendment.amendment)?.fingerprint).length > 1
}
