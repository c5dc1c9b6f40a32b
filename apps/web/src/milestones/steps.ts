/**
 * The standing milestones as the page shows them: each with its name, where it stands, and the days it runs over. Worked out once, so that
 * timeline, table and words cannot tell different stories.
 */
import {
  milestoneStandings,
  waitsFor,
  type Assessment,
  type Day,
  type Milestone,
  type MilestoneId,
  type MilestoneStanding,
  type MilestoneState,
  type Negotiation,
  type PartyId,
  type Timestamp,
} from '@entente/agreement'
import { milestoneNames } from '../milestone/sequence.ts'
import { dayNumber } from '../timeline/days.ts'

export type Step = {
  readonly milestone: Milestone
  readonly standing: MilestoneStanding
  /** "M2". */
  readonly name: string
  readonly state: MilestoneState
  /** When it is due, where that can be known. */
  readonly due: { readonly day: Day; readonly presumed: boolean } | undefined
  /** The days from when it can begin to when it is due or was done, as day numbers. */
  readonly span: { readonly from: number; readonly to: number } | undefined
  /** Each once. */
  readonly waitsFor: readonly MilestoneId[]
}

/** The standing milestones in the order of their clauses in the text, those of one clause as they were proposed. */
export function stepsOf(negotiation: Negotiation, agreed: Assessment['agreed'], now: Timestamp): readonly Step[] {
  const standings = milestoneStandings(negotiation, agreed, now)
  const names = milestoneNames(negotiation)
  const begins = beginning(negotiation)
  const endOf = (id: MilestoneId): number | undefined => {
    const standing = standings.get(id)
    if (standing?.expected?.because.is === 'done') return dayNumber(standing.expected.day)
    if (standing?.deadline.is === 'known') return dayNumber(standing.deadline.day)
    return standing?.expected && dayNumber(standing.expected.day)
  }
  return inOrder(negotiation).flatMap((milestone): readonly Step[] => {
    const standing = standings.get(milestone.milestone)
    if (standing === undefined) return []
    const before = [...new Set(waitsFor(milestone.terms))]
    const { deadline, state } = standing
    const to = endOf(milestone.milestone)
    const from = Math.max(begins ?? Number.NEGATIVE_INFINITY, ...before.flatMap((id) => endOf(id) ?? []))
    return [
      {
        milestone,
        standing,
        name: names.get(milestone.milestone) ?? '',
        state,
        due: deadline.is === 'known' ? { day: deadline.day, presumed: deadline.presumed } : undefined,
        span: to === undefined ? undefined : { from: Number.isFinite(from) ? Math.min(from, to) : to, to },
        waitsFor: before,
      },
    ]
  })
}

/** Narrowed to those that match everything asked for. */
export type StepFilter = {
  readonly state: MilestoneState | undefined
  readonly performer: PartyId | undefined
  readonly verifier: PartyId | undefined
}

export const everyStep: StepFilter = { state: undefined, performer: undefined, verifier: undefined }

export function filtered(steps: readonly Step[], { state, performer, verifier }: StepFilter): readonly Step[] {
  return steps.filter(
    (step) =>
      (state === undefined || step.state === state) &&
      (performer === undefined || step.milestone.terms.performers.includes(performer)) &&
      (verifier === undefined || step.milestone.terms.verifier === verifier),
  )
}

/** The earliest anchor day: what waits for nothing can begin there. */
function beginning({ anchors }: Negotiation): number | undefined {
  const days = [...anchors.values()].flatMap(({ day, presumed }) => day ?? presumed ?? [])
  return days.length === 0 ? undefined : Math.min(...days.map(dayNumber))
}

function inOrder({ milestones, clauses }: Negotiation): readonly Milestone[] {
  const byClause = Map.groupBy(
    [...milestones.values()].filter(({ withdrawn }) => withdrawn === undefined),
    ({ clause }) => clause,
  )
  return clauses.flatMap(({ clause, standing }) => (standing.is === 'standing' ? (byClause.get(clause) ?? []) : []))
}
