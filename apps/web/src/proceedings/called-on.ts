/** What a roll call is about, as a short name: "clause 4", "the whole text". */
import type { Negotiation, RollCall } from '@entente/agreement'
import { list } from '../design/status-words.ts'
import { clauseName } from '../table/naming.ts'

export function calledOn(on: RollCall['on'], negotiation: Negotiation): string {
  const [only] = on
  if (only !== undefined && on.length === 1) return clauseName(negotiation, only.clause)
  const standing = negotiation.clauses.filter(({ standing: { is } }) => is === 'standing')
  return on.length >= standing.length ? 'the whole text' : list(on.map(({ clause }) => clauseName(negotiation, clause)))
}
