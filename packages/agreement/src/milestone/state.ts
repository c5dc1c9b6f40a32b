/**
 * Where every milestone stands: the one word for its state, and what a reader wants to know beside it.
 *
 * Before its clause is agreed a milestone is a proposal. Only the verifier's finding makes it verified. It is blocked while a step it
 * waits for is in trouble: overdue, disputed, found wanting, suspended or snapped back.
 */
import { dayNumber, dayOf } from '../calendar.ts'
import type { ClauseId, MilestoneId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from './milestone.ts'
import { findingOf, isFinal } from './life.ts'
import { remediesOf, type RemedyStanding } from './remedy-standing.ts'
import { scheduleOf, type Schedule, type Scheduled } from './schedule.ts'

export const milestoneStates = [
  /** Its clause is not agreed. */
  'proposed',
  /** Agreed with its clause; the day it counts from is not set yet. */
  'agreed',
  'pending',
  'blocked',
  'overdue',
  'reported',
  'verified',
  'not-verified',
  'disputed',
  /** Not owed for now, as a remedy. */
  'suspended',
  /** Undone, as a remedy. */
  'snapped-back',
  'waived',
  'superseded',
] as const
export type MilestoneState = (typeof milestoneStates)[number]

export type Risk =
  /** It can be expected only so many days after its deadline. */
  | { readonly risk: 'late'; readonly days: number }
  /** Something further up the line is in trouble. */
  | { readonly risk: 'upstream'; readonly milestone: MilestoneId }

export type MilestoneStanding = Scheduled & {
  readonly of: Milestone
  readonly state: MilestoneState
  /** Whole days since the deadline passed without a report; 0 when it is not late. */
  readonly daysLate: number
  /** The steps it waits for that are in trouble. */
  readonly blockedBy: readonly MilestoneId[]
  readonly risks: readonly Risk[]
  readonly remedies: readonly RemedyStanding[]
  /** Verified, and the time for a dispute is over. Nothing more can be filed. */
  readonly final: boolean
  /** By the verifier's finding, else as told with an imported text; undefined where nobody has said. */
  readonly level: number | undefined
  /** By the performer's own report, where the verifier has made no finding. */
  readonly claimed: number | undefined
  /** The milestones that wait for this one, directly. */
  readonly unlocks: readonly MilestoneId[]
}

export type MilestoneStandings = ReadonlyMap<MilestoneId, MilestoneStanding>

/** Every standing milestone, in the order of the schedule. `agreed` are the clauses that are agreed. */
export function milestoneStandings(
  negotiation: Negotiation,
  agreed: ReadonlySet<ClauseId>,
  now: Timestamp,
  schedule: Schedule = scheduleOf(negotiation, agreed, now),
): MilestoneStandings {
  const standings = new Map<MilestoneId, MilestoneStanding>()
  const unlocks = unlockedBy(schedule)
  const troubled = inTrouble(schedule, agreed, now)
  for (const [id, scheduled] of schedule) {
    const of = negotiation.milestones.get(id)
    if (of === undefined) continue
    const own = ownState(scheduled, now)
    const blockedBy = [...new Set(scheduled.waitsFor.map(({ milestone }) => milestone))].filter((before) => troubled.has(before))
    const state = stateOf(own, agreed.has(of.clause), blockedBy.length > 0, restsOnUnsetDay(scheduled, standings))
    const { life, deadline } = scheduled
    const missed =
      state === 'not-verified' ? findingOf(life)?.said.at : state === 'overdue' && deadline.is === 'known' ? deadline.at : undefined
    standings.set(id, {
      ...scheduled,
      of,
      state,
      daysLate: state === 'overdue' && deadline.is === 'known' ? Math.max(1, dayNumber(dayOf(now)) - dayNumber(deadline.day)) : 0,
      blockedBy,
      risks: risksOf(scheduled, state, blockedBy, standings),
      remedies: remediesOf(of, scheduled.occurrence, missed, now),
      final: isFinal(life),
      level: findingOf(life)?.level ?? of.assessed?.level,
      claimed: 'report' in life && findingOf(life) === undefined ? life.report?.level : undefined,
      unlocks: unlocks.get(id) ?? [],
    })
  }
  return standings
}

type OwnState = Exclude<MilestoneState, 'proposed' | 'agreed' | 'blocked'>

/** What a milestone's own record and deadline say, whatever else it waits for. */
function ownState({ ended, held, life, deadline }: Scheduled, now: Timestamp): OwnState {
  if (ended !== undefined) return ended.how
  if (held !== undefined) return held.does === 'suspension' ? 'suspended' : 'snapped-back'
  switch (life.is) {
    case 'disputed':
      return 'disputed'
    case 'found':
    case 'settled':
      return life.finding.finding
    case 'reported':
      return 'reported'
    case 'open':
      return deadline.is === 'known' && !deadline.presumed && Date.parse(deadline.at) < Date.parse(now) ? 'overdue' : 'pending'
    default:
      return life satisfies never
  }
}

/** For each milestone those that wait for it, directly. */
function unlockedBy(schedule: Schedule): ReadonlyMap<MilestoneId, readonly MilestoneId[]> {
  const unlocks = new Map<MilestoneId, MilestoneId[]>()
  for (const [id, { prerequisites }] of schedule)
    for (const { milestone } of prerequisites) {
      const others = unlocks.get(milestone)
      if (others === undefined) unlocks.set(milestone, [id])
      else if (!others.includes(id)) others.push(id)
    }
  return unlocks
}

/** Nothing is late of what nobody has promised yet: a missed day counts only where the clause is agreed. */
function inTrouble(schedule: Schedule, agreed: ReadonlySet<ClauseId>, now: Timestamp): ReadonlySet<MilestoneId> {
  return new Set(
    [...schedule].flatMap(([id, scheduled]) => {
      const own = ownState(scheduled, now)
      return troubles.includes(own) && (own !== 'overdue' || agreed.has(scheduled.clause)) ? [id] : []
    }),
  )
}

const troubles: readonly OwnState[] = ['overdue', 'disputed', 'not-verified', 'suspended', 'snapped-back']

function stateOf(own: OwnState, agreed: boolean, stuck: boolean, rests: boolean): MilestoneState {
  if (own !== 'pending' && own !== 'overdue') return own
  if (!agreed) return 'proposed'
  if (own === 'overdue') return own
  return stuck ? 'blocked' : rests ? 'agreed' : 'pending'
}

/** Whether nothing runs yet, because the day it counts from is not set: its own, or that of a step it counts from. */
function restsOnUnsetDay({ deadline }: Scheduled, earlier: MilestoneStandings): boolean {
  if (deadline.is === 'known') return deadline.presumed
  if (deadline.because.is === 'unreached') return earlier.get(deadline.because.milestone)?.state === 'agreed'
  return deadline.because.is === 'unset'
}

function risksOf(
  { deadline, expected, waitsFor }: Scheduled,
  state: MilestoneState,
  blockedBy: readonly MilestoneId[],
  earlier: MilestoneStandings,
): readonly Risk[] {
  if (state !== 'pending' && state !== 'blocked' && state !== 'agreed') return []
  const risks: Risk[] = []
  const days =
    deadline.is === 'known' && !deadline.presumed && expected !== undefined ? dayNumber(expected.day) - dayNumber(deadline.day) : 0
  if (days > 0) risks.push({ risk: 'late', days })
  for (const { milestone } of waitsFor) {
    if (blockedBy.includes(milestone)) continue
    const before = earlier.get(milestone)
    if (before !== undefined && (before.state === 'blocked' || before.risks.length > 0)) risks.push({ risk: 'upstream', milestone })
  }
  return risks
}
