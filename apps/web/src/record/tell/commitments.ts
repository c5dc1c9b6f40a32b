import { anchorDeed, performance } from '../tell-words.ts'
import type { Tells } from './telling.ts'

export const commitments: Tells<
  | 'anchor-set'
  | 'milestone-proposed'
  | 'milestone-revised'
  | 'milestone-withdrawn'
  | 'milestone-reported'
  | 'milestone-found'
  | 'milestone-assessed'
  | 'milestone-disputed'
> = {
  'anchor-set': (fact, { told }) => told(anchorDeed(fact), 'milestones'),
  'milestone-proposed': (fact, { told, clause, negotiation }) =>
    told(`proposed a milestone on ${clause(fact.clause)}`, 'milestones', {
      more: `“${fact.terms.title}”. ${performance(fact.terms, negotiation)}`,
    }),
  'milestone-revised': (fact, { told, milestone }) =>
    told(`changed the terms of ${milestone(fact.milestone)}`, 'milestones', { more: 'Consent given to the clause before lapses.' }),
  'milestone-withdrawn': (fact, { told, milestone }) =>
    told(`withdrew ${milestone(fact.milestone)}`, 'milestones', { more: fact.reason || undefined }),
  'milestone-reported': (fact, { told, milestone }) =>
    told(`reported ${milestone(fact.milestone)} done`, 'milestones', { more: fact.note }),
  'milestone-found': (fact, { told, milestone }) =>
    told(`${fact.finding === 'verified' ? 'verified' : 'could not verify'} ${milestone(fact.milestone)}`, 'milestones', {
      more: `Level ${fact.level} of 3. ${fact.note ?? ''}`.trim(),
      shape: fact.finding === 'verified' ? 'accepts' : 'objects',
    }),
  'milestone-assessed': (fact, { told, milestone }) =>
    told(`put ${milestone(fact.milestone)} at level ${fact.level} of 3`, 'milestones', { more: fact.note }),
  'milestone-disputed': (fact, { told, milestone }) =>
    told(`disputed ${milestone(fact.milestone)}`, 'milestones', { by: [fact.party], more: fact.note }),
}
