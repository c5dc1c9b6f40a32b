/** Milestones, the days they count from, and how far they have come. */
import { head } from './author.ts'
import type { SampleFile, SampleMilestone } from './format.ts'
import type { Statement } from './statements.ts'
import { AnchorId, ClauseId, MilestoneId, PartyId, type Timestamp, type Fact, type MilestoneTerms } from '@entente/agreement'

export function commitments({ milestoneAnchors, milestones }: SampleFile): readonly Fact[] {
  return [
    ...milestoneAnchors.map(({ id, label, date, demoDate }): Fact => ({
      kind: 'anchor-set',
      anchor: AnchorId.parse(id),
      label,
      ...(date && { day: date }),
      ...(demoDate && { presumed: demoDate }),
    })),
    ...milestones.map((milestone): Fact => ({
      kind: 'milestone-proposed',
      milestone: MilestoneId.parse(milestone.id),
      clause: ClauseId.parse(milestone.clause),
      terms: termsOf(milestone),
    })),
  ]
}

/** The terms of a milestone of the file. */
export function termsOf(milestone: SampleMilestone): MilestoneTerms {
  const { due, review } = milestone
  return {
    title: milestone.title,
    performers: milestone.responsible.map((party) => PartyId.parse(party)),
    verifier: PartyId.parse(milestone.verifier),
    due:
      due.type === 'anchor'
        ? {
            on: 'anchor',
            anchor: AnchorId.parse(due.anchor),
            offsetDays: due.offsetDays,
            ...(due.timeUtc !== undefined && { time: due.timeUtc }),
          }
        : due.type === 'date'
          ? { on: 'day', day: due.date, ...(due.timeUtc !== undefined && { time: due.timeUtc }) }
          : { on: 'milestone', milestone: MilestoneId.parse(due.milestone), after: due.condition, offsetDays: due.offsetDays },
    evidence: milestone.evidence,
    dependsOn: milestone.dependsOn.map(({ milestone: before, condition }) => ({ milestone: MilestoneId.parse(before), after: condition })),
    ...(review && {
      review: {
        everyDays: review.everyDays,
        by: PartyId.parse(review.by),
        ...(review.untilOffsetDays !== undefined && { untilOffsetDays: review.untilOffsetDays }),
      },
    }),
    remedialSteps: milestone.remedialSteps,
    ...(milestone.streakDays !== undefined && { streak: { days: milestone.streakDays, resetBy: milestone.resetBy ?? [] } }),
    ...(milestone.reciprocalWith && { reciprocalWith: milestone.reciprocalWith.map((other) => MilestoneId.parse(other)) }),
  }
}

/** What the file says of a commitment's progress. Overdue and blocked are not said: they follow from days and dependencies. */
export function progress(file: SampleFile, milestone: SampleMilestone, at: Timestamp): readonly Statement[] {
  const { status, implementationLevel: level, verifiedAt, verifier, responsible, disputedBy, note } = milestone
  const id = MilestoneId.parse(milestone.id)
  const said = { level, ...(note !== undefined && { note }) }
  const performer = head(file, responsible[0] ?? verifier)
  const reported: Statement = { at, by: performer, fact: { kind: 'milestone-reported', milestone: id, ...said } }
  switch (status) {
    case 'verified':
      return [
        { at: verifiedAt ?? at, by: head(file, verifier), fact: { kind: 'milestone-found', milestone: id, finding: 'verified', ...said } },
      ]
    case 'reported':
      return [reported]
    case 'disputed':
      return [
        reported,
        ...disputedBy.map((party): Statement => ({
          at,
          by: head(file, party),
          fact: { kind: 'milestone-disputed', milestone: id, party: PartyId.parse(party), ...(note !== undefined && { note }) },
        })),
      ]
    case 'pending':
    case 'overdue':
    case 'blocked':
    case 'waived':
      return level === 0 && note === undefined ? [] : [{ at, by: 'server', fact: { kind: 'milestone-assessed', milestone: id, ...said } }]
    default:
      return status satisfies never
  }
}
