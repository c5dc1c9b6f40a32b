import { anchorDeed, performance } from '../tell-words.ts'
import type { Tells } from './telling.ts'

export const commitments: Tells<'anchor-set' | 'milestone-proposed' | 'milestone-revised' | 'milestone-withdrawn'> = {
  'anchor-set': (fact, { told }) => told(anchorDeed(fact), 'milestones'),
  'milestone-proposed': (fact, { told, clause, negotiation }) =>
    told(`proposed a milestone on ${clause(fact.clause)}`, 'milestones', {
      more: `“${fact.terms.title}”. ${performance(fact.terms, negotiation)}`,
    }),
  'milestone-revised': (fact, { told, milestone }) =>
    told(`changed the terms of ${milestone(fact.milestone)}`, 'milestones', { more: 'Consent given to the clause before lapses.' }),
  'milestone-withdrawn': (fact, { told, milestone }) =>
    told(`withdrew ${milestone(fact.milestone)}`, 'milestones', { more: fact.reason || undefined }),
}
