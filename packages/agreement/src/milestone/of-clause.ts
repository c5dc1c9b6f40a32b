import type { ClauseId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from './milestone.ts'

/** The milestones of a clause whose terms are part of its wording, by id. */
export function milestonesOf({ milestones }: Pick<Negotiation, 'milestones'>, clause: ClauseId): readonly Milestone[] {
  return [...milestones.values()].filter((milestone) => milestone.clause === clause && milestone.withdrawn === undefined)
}
