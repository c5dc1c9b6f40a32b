import type { FactOf } from '@entente/agreement'
import { dayWithYear } from '../../design/moment.ts'
import { list } from '../../design/status-words.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const implementation: Tells<
  | 'milestone-reported'
  | 'milestone-found'
  | 'milestone-assessed'
  | 'milestone-disputed'
  | 'milestone-inspected'
  | 'milestone-waived'
  | 'milestone-requested'
  | 'milestone-breached'
  | 'remedy-taken'
  | 'review-held'
  | 'publication-agreed'
  | 'publication-withheld'
> = {
  'milestone-reported': (fact, { told, milestone }) =>
    told(`reported ${milestone(fact.milestone)} done`, 'milestones', { more: filed(fact) }),
  'milestone-found': (fact, { told, milestone }) =>
    told(`${fact.finding === 'verified' ? 'verified' : 'could not verify'} ${milestone(fact.milestone)}`, 'milestones', {
      more: `Level ${fact.level} of 3. ${fact.note ?? ''}`.trim(),
      shape: fact.finding === 'verified' ? 'accepts' : 'objects',
    }),
  'milestone-assessed': (fact, { told, milestone }) =>
    told(`put ${milestone(fact.milestone)} at level ${fact.level} of 3`, 'milestones', { more: fact.note }),
  'milestone-disputed': (fact, { told, milestone }) =>
    told(`disputed ${milestone(fact.milestone)}`, 'milestones', { by: [fact.party], more: fact.note }),
  'milestone-inspected': (fact, { told, milestone }) =>
    told(
      `${fact.finding === 'verified' ? 'verified' : 'could not verify'} ${milestone(fact.milestone)} on second inspection`,
      'milestones',
      {
        more: `Level ${fact.level} of 3. ${fact.note ?? ''}`.trim(),
        shape: fact.finding === 'verified' ? 'accepts' : 'objects',
      },
    ),
  'milestone-waived': (fact, { told, milestone }) => told(`waived ${milestone(fact.milestone)}`, 'milestones', { by: [fact.party] }),
  'milestone-requested': (fact, { told, milestone }) =>
    told(`requested ${milestone(fact.milestone)}`, 'milestones', { by: [fact.party], more: fact.note }),
  'milestone-breached': (fact, { told, milestone }) =>
    told(`recorded a breach that starts the days of ${milestone(fact.milestone)} anew`, 'milestones', {
      more: `${fact.breach}, ${dayWithYear(fact.day)}. ${fact.note ?? ''}`.trim(),
      shape: 'objects',
    }),
  'remedy-taken': (fact, { told, milestone }) =>
    told(`took a remedial step on ${milestone(fact.milestone)}`, 'milestones', {
      more: `${quoted(fact.step)} ${fact.note ?? ''}`.trim(),
    }),
  'review-held': (fact, { told, milestone }) =>
    told(
      `held a review of ${fact.milestones.length > 4 ? `${fact.milestones.length} milestones` : list(fact.milestones.map(milestone))}`,
      'milestones',
      {
        by: [fact.party],
        more: `${dayWithYear(fact.day)}. ${fact.note}${fact.next === undefined ? '' : ` The next is on ${dayWithYear(fact.next)}.`}`,
      },
    ),
  'publication-agreed': (fact, { told }) =>
    told('agreed that anybody may see how far the commitments have come', 'milestones', { by: [fact.party] }),
  'publication-withheld': (fact, { told }) =>
    told('took back its agreement that anybody may see how far the commitments have come', 'milestones', { by: [fact.party] }),
}

/** The words used, and what was filed: a file that not everybody may open is counted, never named. */
function filed({ note, evidence = [] }: FactOf<'milestone-reported'>): string | undefined {
  const named = evidence.map((item) => {
    switch (item.is) {
      case 'file':
        return item.name ?? (item.visibility === 'monitor' ? 'a file for the verifier' : 'a file for the parties')
      case 'link':
        return item.label === '' ? item.url : item.label
      case 'statement':
        return quoted(item.text)
      default:
        return item satisfies never
    }
  })
  const parts = [note, named.length === 0 ? undefined : `Evidence: ${list(named)}.`].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' ')
}
