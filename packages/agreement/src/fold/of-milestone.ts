import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from '../milestone/milestone.ts'
import { put } from './put.ts'

/** Changes one milestone; none, if the journal does not hold it. */
export function ofMilestone(
  was: Negotiation,
  id: Milestone['milestone'],
  how: (milestone: Milestone) => Partial<Milestone>,
): Partial<Negotiation> {
  const milestone = was.milestones.get(id)
  return milestone ? { milestones: put(was.milestones, id, { ...milestone, ...how(milestone) }) } : {}
}
