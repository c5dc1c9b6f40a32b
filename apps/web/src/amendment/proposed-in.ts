/** Where the proposed clauses stand. Worked out once for each state of the record, however many clauses and sections ask. */
import { proposedClauses, type Insertion, type Negotiation, type ProposedClauses } from '@entente/agreement'
import { clauseName, sectionLabel, sectionOf } from '../table/naming.ts'

const known = new WeakMap<Negotiation, ProposedClauses>()

export function proposedIn(negotiation: Negotiation): ProposedClauses {
  const found = known.get(negotiation)
  if (found !== undefined) return found
  const places = proposedClauses(negotiation)
  known.set(negotiation, places)
  return places
}

/** "after clause 7", "in section II", or where clauses stand there already, "at the beginning of section II". */
export function proposedPlace(negotiation: Negotiation, proposal: Insertion): string {
  for (const [clause, proposals] of proposedIn(negotiation).behind)
    if (proposals.includes(proposal)) return `after ${clauseName(negotiation, clause)}`
  const alone = !negotiation.clauses.some(({ section, standing }) => section === proposal.section && standing.is === 'standing')
  const section = sectionOf(negotiation, proposal.section)
  return `${alone ? 'in' : 'at the beginning of'} ${section === undefined ? 'a section' : sectionLabel(section)}`
}
