/**
 * The standing milestones as the page shows them: each with its name, where it stands, and the days it runs over. Worked out once, so that
 * timeline, table and words cannot tell different stories.
 */
import {
  dueDay,
  milestoneState,
  waitsFor,
  type Assessment,
  type Day,
  type Milestone,
  type MilestoneId,
  type MilestoneState,
  type Negotiation,
  type PartyId,
} from '@entente/agreement'
import { milestoneNames } from '../milestone/sequence.ts'
import { dayNumber } from '../timeline/days.ts'

export type Step = {
  readonly milestone: Milestone
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
export function stepsOf(negotiation: Negotiation, agreed: Assessment['agreed'], today: Day): readonly Step[] {
  const names = milestoneNames(negotiation)
  const standing = inOrder(negotiation)
  const ends = new Map<MilestoneId, number | undefined>()
  const begins = beginning(negotiation)
  const endOf = (id: MilestoneId): number | undefined => {
    if (ends.has(id)) return ends.get(id)
    ends.set(id, undefined)
    const milestone = negotiation.milestones.get(id)
    const end = milestone && projectedEnd(negotiation, milestone, endOf)
    ends.set(id, end)
    return end
  }
  return standing.map((milestone): Step => {
    const before = [...new Set(waitsFor(milestone.terms))]
    const due = dueDay(negotiation, milestone)
    const to = endOf(milestone.milestone)
    const from = Math.max(begins ?? Number.NEGATIVE_INFINITY, ...before.flatMap((id) => endOf(id) ?? []))
    return {
      milestone,
      name: names.get(milestone.milestone) ?? '',
      state: milestoneState(negotiation, milestone, agreed.has(milestone.clause), today),
      due,
      span: to === undefined ? undefined : { from: Number.isFinite(from) ? Math.min(from, to) : to, to },
      waitsFor: before,
    }
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

function projectedEnd(negotiation: Negotiation, milestone: Milestone, endOf: (id: MilestoneId) => number | undefined): number | undefined {
  if (milestone.finding?.finding === 'verified') return numberOf(milestone.finding.at)
  const due = dueDay(negotiation, milestone)
  if (due !== undefined) return dayNumber(due.day)
  if (milestone.terms.due.on !== 'milestone') return undefined
  const before = endOf(milestone.terms.due.milestone)
  return before === undefined ? undefined : before + milestone.terms.due.offsetDays
}

/** The earliest anchor day: what waits for nothing can begin there. */
function beginning({ anchors }: Negotiation): number | undefined {
  const days = [...anchors.values()].flatMap(({ day, presumed }) => day ?? presumed ?? [])
  return days.length === 0 ? undefined : Math.min(...days.map(dayNumber))
}

function numberOf(at: string): number {
  return Math.floor(Date.parse(at) / 86_400_000)
}

function inOrder({ milestones, clauses }: Negotiation): readonly Milestone[] {
  const byClause = Map.groupBy(
    [...milestones.values()].filter(({ withdrawn }) => withdrawn === undefined),
    ({ clause }) => clause,
  )
  return clauses.flatMap(({ clause, standing }) => (standing.is === 'standing' ? (byClause.get(clause) ?? []) : []))
}
