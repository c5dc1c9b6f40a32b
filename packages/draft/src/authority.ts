/**
 * Who may write where.
 *
 * The gate asks before it lets an update in, the browser before it mounts an editor. It is a pure function of the record, the speaker
 * and the root: nothing in the shared text can grant a right.
 */
import { may, mayType, penOf, type ClauseId, type Negotiation, type Speaker } from '@entente/agreement'
import type { Root } from './root.ts'

/**
 * Whether the speaker may type in that root: in a clause those who draft, or only those who hold the pen once it is held, and nobody while
 * it is frozen; in an amendment
 * those who draft for the party that tabled it, while it is before the table; in a translation the revisers of that language. Nobody where the clause is
 * unknown or withdrawn.
 */
export function mayWrite(negotiation: Negotiation, speaker: Speaker, root: Root): boolean {
  switch (root.kind) {
    case 'clause':
      return stands(negotiation, root.clause) && !negotiation.freezes.has(root.clause) && mayType(speaker, penOf(negotiation, root.clause))
    case 'amendment': {
      const amendment = negotiation.amendments.get(root.amendment)
      if (amendment?.state.is !== 'tabled' || amendment.does === 'delete') return false
      if (amendment.does === 'reword' && !stands(negotiation, amendment.clause)) return false
      return amendment.party === speaker.party.party && may(speaker, 'draft')
    }
    case 'translation':
      return stands(negotiation, root.clause) && speaker.party.languages.includes(root.language) && may(speaker, 'translate')
    default:
      return root satisfies never
  }
}

function stands(negotiation: Negotiation, clause: ClauseId): boolean {
  return negotiation.clauses.some((one) => one.clause === clause && one.standing.is === 'standing')
}
