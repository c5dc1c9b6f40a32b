/** Milestones. */
import type { commitmentsFacts } from '../fact/commitments.ts'
import type { Milestone, Negotiation } from '../negotiation.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const commitments: Folds<typeof commitmentsFacts> = {
  'anchor-set': (was, fact) => ({
    anchors: put(was.anchors, fact.anchor, { anchor: fact.anchor, label: fact.label, day: fact.day, presumed: fact.presumed }),
  }),
  'milestone-proposed': (was, fact, said) => {
    const nothing = {
      revised: undefined,
      withdrawn: undefined,
      reported: undefined,
      assessed: undefined,
      finding: undefined,
      disputed: undefined,
    }
    return {
      milestones: put(was.milestones, fact.milestone, {
        milestone: fact.milestone,
        clause: fact.clause,
        terms: fact.terms,
        said,
        ...nothing,
      }),
    }
  },
  'milestone-revised': (was, fact, said) => ofMilestone(was, fact.milestone, { terms: fact.terms, revised: said }),
  'milestone-withdrawn': (was, fact, said) => ofMilestone(was, fact.milestone, { withdrawn: said }),
  'milestone-reported': (was, fact, said) =>
    ofMilestone(was, fact.milestone, { reported: { ...said, level: fact.level, note: fact.note } }),
  'milestone-found': (was, fact, said) =>
    ofMilestone(was, fact.milestone, { finding: { ...said, finding: fact.finding, level: fact.level, note: fact.note } }),
  'milestone-assessed': (was, fact, said) =>
    ofMilestone(was, fact.milestone, { assessed: { ...said, level: fact.level, note: fact.note } }),
  'milestone-disputed': (was, fact, said) =>
    ofMilestone(was, fact.milestone, { disputed: { ...said, party: fact.party, note: fact.note } }),
}

function ofMilestone(was: Negotiation, id: Milestone['milestone'], changes: Partial<Milestone>): Partial<Negotiation> {
  const milestone = was.milestones.get(id)
  return milestone ? { milestones: put(was.milestones, id, { ...milestone, ...changes }) } : {}
}
