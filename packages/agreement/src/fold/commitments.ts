/** Anchor days and the terms of milestones. */
import type { commitmentsFacts } from '../fact/commitments.ts'
import type { Folds } from './folds.ts'
import { ofMilestone } from './of-milestone.ts'
import { put } from './put.ts'

export const commitments: Folds<typeof commitmentsFacts> = {
  'anchor-set': (was, { anchor, label, day, presumed, setBy }) => ({
    anchors: put(was.anchors, anchor, { anchor, label, day, presumed, setBy: setBy ?? [] }),
  }),
  'milestone-proposed': (was, { milestone, clause, terms }, said) => ({
    milestones: put(was.milestones, milestone, {
      milestone,
      clause,
      terms,
      said,
      revised: undefined,
      withdrawn: undefined,
      assessed: undefined,
      waivedBy: new Map(),
      steps: [],
    }),
  }),
  'milestone-revised': (was, fact, said) => ofMilestone(was, fact.milestone, () => ({ terms: fact.terms, revised: said })),
  'milestone-withdrawn': (was, fact, said) => ofMilestone(was, fact.milestone, () => ({ withdrawn: said })),
}
