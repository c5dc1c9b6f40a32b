/**
 * The standing milestones as the page shows them: each with its name, where it stands, and the days it runs over. Worked out once, so that
 * timeline, table and words cannot tell different stories.
 */
import {
  dayNumber,
  dayOf,
  ifItSlips,
  scheduleOf,
  type Assessment,
  type Day,
  type MilestoneId,
  type MilestoneStanding,
  type MilestoneStandings,
  type MilestoneState,
  type Negotiation,
  type PartyId,
  type Slip,
  type Timestamp,
} from '@entente/agreement'
import { milestoneNames } from '../milestone/sequence.ts'
import { standingsOf } from '../milestone/standings.ts'

export type Step = MilestoneStanding & {
  /** "M2". */
  readonly name: string
  /** The days from when it can begin to when it is due or was done, as day numbers; undefined while neither can be known. */
  readonly span: Span | undefined
  /** The days by which it is expected to be late, after its span. */
  readonly late: Span | undefined
}

export type Span = { readonly from: number; readonly to: number }

/** The standing milestones in the order of their clauses in the text, those of one clause as they were proposed. */
export function stepsOf(negotiation: Negotiation, agreed: Assessment['agreed'], now: Timestamp): readonly Step[] {
  const names = milestoneNames(negotiation)
  const standings = standingsOf(negotiation, agreed, now)
  const begins = beginning(negotiation)
  const places = new Map(negotiation.clauses.map(({ clause }, index) => [clause, index]))
  return [...standings.values()]
    .toSorted(
      (a, b) =>
        (places.get(a.of.clause) ?? 0) - (places.get(b.of.clause) ?? 0) ||
        ordinal(names.get(a.milestone)) - ordinal(names.get(b.milestone)),
    )
    .map((standing) => {
      const span = spanOf(standing, standings, begins)
      return { ...standing, name: names.get(standing.milestone) ?? '', span, late: lateness(standing, span) }
    })
}

/** The day a milestone's terms set, where it is known. */
export function dueDayOf({ deadline }: Pick<MilestoneStanding, 'deadline'>): Day | undefined {
  return deadline.is === 'known' ? deadline.day : undefined
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
      (performer === undefined || step.of.terms.performers.includes(performer)) &&
      (verifier === undefined || step.of.terms.verifier === verifier),
  )
}

/** From the last day of what must come first, or the first anchor day, to the day it was done, is due, or else is expected. */
function spanOf(standing: MilestoneStanding, standings: MilestoneStandings, begins: number | undefined): Span | undefined {
  const end = standing.verified ?? dueDayOf(standing) ?? standing.expected?.day
  if (end === undefined) return undefined
  const to = dayNumber(end)
  const before = standing.prerequisites.flatMap(({ milestone, after }) => {
    const other = standings.get(milestone)
    const day =
      (after === 'verified' ? other?.verified : other?.reported) ??
      (other === undefined ? undefined : (dueDayOf(other) ?? other.expected?.day))
    return day === undefined ? [] : [dayNumber(day)]
  })
  const from = Math.max(begins ?? Number.NEGATIVE_INFINITY, ...before)
  return { from: Number.isFinite(from) ? Math.min(from, to) : to, to }
}

function lateness({ expected, state }: MilestoneStanding, span: Span | undefined): Span | undefined {
  if (span === undefined || expected === undefined || state === 'verified' || expected.because.is === 'done') return undefined
  const to = dayNumber(expected.day)
  return to > span.to ? { from: span.to + 1, to } : undefined
}

/** The earliest anchor day: what waits for nothing can begin there. */
function beginning({ anchors }: Negotiation): number | undefined {
  const days = [...anchors.values()].flatMap(({ day, presumed }) => day ?? presumed ?? [])
  return days.length === 0 ? undefined : Math.min(...days.map(dayNumber))
}

const ordinal = (name: string | undefined) => Number(name?.slice(1) ?? 0)

/** Where the bars of a timeline would lie if a step slipped: of those that would move only. */
export function slippedSpans(
  negotiation: Negotiation,
  agreed: Assessment['agreed'],
  now: Timestamp,
  slip: Slip,
): ReadonlyMap<MilestoneId, Span> {
  const then = scheduleOf(negotiation, agreed, now, slip)
  return new Map(
    ifItSlips(negotiation, agreed, now, slip).flatMap(({ milestone }) => {
      const after = then.get(milestone)
      const end = after?.expected?.day ?? (after?.deadline.is === 'known' ? after.deadline.day : undefined)
      const before = after?.prerequisites.flatMap(({ milestone: id }) => then.get(id)?.expected?.day ?? []) ?? []
      if (end === undefined) return []
      const to = dayNumber(end)
      const from = Math.min(to, Math.max(dayNumber(dayOf(now)), ...before.map(dayNumber)))
      return [[milestone, { from, to }] as const]
    }),
  )
}

/** The steps by id. */
export function byId(steps: readonly Step[]): ReadonlyMap<MilestoneId, Step> {
  return new Map(steps.map((step) => [step.milestone, step]))
}
