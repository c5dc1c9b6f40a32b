/** How milestones hang together: what each is called, what comes before it and what it unlocks. */
import { waitsFor, type Milestone, type MilestoneId, type Negotiation } from '@entente/agreement'

type Known = Pick<Negotiation, 'milestones'>

/** `M1`, `M2` … in the order they were proposed. A withdrawn milestone keeps its name, so that what was said of it stays readable. */
export function milestoneNames({ milestones }: Known): ReadonlyMap<MilestoneId, string> {
  return new Map([...milestones.keys()].map((id, index) => [id, `M${index + 1}`]))
}

/** The standing milestones that wait for this one. */
export function unlockedBy({ milestones }: Known, id: MilestoneId): readonly Milestone[] {
  return [...milestones.values()].filter(({ withdrawn, terms }) => withdrawn === undefined && waitsFor(terms).includes(id))
}
