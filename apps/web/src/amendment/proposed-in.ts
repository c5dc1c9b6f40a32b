/** Where the proposed clauses stand. Worked out once for each state of the record, however many clauses and sections ask. */
import { proposedClauses, type Negotiation, type ProposedClauses } from '@entente/agreement'

const known = new WeakMap<Negotiation, ProposedClauses>()

export function proposedIn(negotiation: Negotiation): ProposedClauses {
  const found = known.get(negotiation)
  if (found !== undefined) return found
  const places = proposedClauses(negotiation)
  known.set(negotiation, places)
  return places
}
