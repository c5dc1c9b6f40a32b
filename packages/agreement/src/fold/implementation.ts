/** What became of milestones: every statement is kept in its order, and where a milestone stands is computed from all of them. */
import type { implementationFacts } from '../fact/implementation.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from '../milestone/milestone.ts'
import type { Folds } from './folds.ts'
import { ofMilestone } from './of-milestone.ts'
import { put } from './put.ts'
import type { MilestoneStep } from '../milestone/step.ts'

export const implementation: Folds<typeof implementationFacts> = {
  'milestone-reported': (was, { milestone, note, level, evidence = [], occurrence = 1 }, said) =>
    stepped(was, milestone, { is: 'reported', said, occurrence, note, level, evidence }),
  'milestone-found': (was, { milestone, finding, level, note, occurrence = 1 }, said) =>
    stepped(was, milestone, { is: 'found', said, occurrence, finding, level, note }),
  'milestone-assessed': (was, { milestone, level, note }, said) =>
    ofMilestone(was, milestone, () => ({ assessed: { ...said, level, note } })),
  'milestone-disputed': (was, { milestone, party, note, occurrence = 1 }, said) =>
    stepped(was, milestone, { is: 'disputed', said, occurrence, party, note }),
  'milestone-inspected': (was, { milestone, finding, level, note, occurrence = 1 }, said) =>
    stepped(was, milestone, { is: 'inspected', said, occurrence, finding, level, note }),
  'milestone-waived': (was, { milestone, party }, said) =>
    ofMilestone(was, milestone, ({ waivedBy }) => ({ waivedBy: put(waivedBy, party, said) })),
  'milestone-requested': (was, { milestone, party, note }, said) =>
    ofMilestone(was, milestone, ({ steps }) => {
      const occurrence = steps.filter(({ is }) => is === 'requested').length + 1
      return { steps: [...steps, { is: 'requested', said, occurrence, party, note }] }
    }),
  'milestone-breached': (was, { milestone, day, breach, note }, said) =>
    stepped(was, milestone, { is: 'breached', said, occurrence: 1, day, breach, note }),
  'remedy-taken': (was, { milestone, step, note, occurrence = 1 }, said) =>
    stepped(was, milestone, { is: 'remedied', said, occurrence, step, note }),
  'review-held': (was, fact, said) => ({ reviews: [...was.reviews, { ...fact, said }] }),
  'publication-agreed': (was, { party }, said) => ({ publication: put(was.publication, party, said) }),
  'publication-withheld': (was, { party }) => {
    const publication = new Map(was.publication)
    publication.delete(party)
    return { publication }
  },
}

function stepped(was: Negotiation, id: Milestone['milestone'], step: MilestoneStep): Partial<Negotiation> {
  return ofMilestone(was, id, ({ steps }) => ({ steps: [...steps, step] }))
}
