/**
 * When each milestone is due, when it can be expected, and why: one pass over the milestones in the order in which they wait for each
 * other.
 *
 * Two dates are kept apart. `deadline` is the deadline the terms set; it is known once what it counts from is known. `expected` is the earliest
 * day on which the step can come to be verified, if everything goes well from today: never before what it waits for, never before today.
 * Nothing here is stored; a schedule is a function of the record and the clock.
 */
import { dayAt, dayNumber, dayOf } from '../calendar.ts'
import type { AnchorId, ClauseId, Day, MilestoneId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import { requiredParties } from '../required.ts'
import { prerequisites, type After, type Dependency } from '../terms.ts'
import { deadlineOf, type Deadline } from './deadline.ts'
import { holds, replacements, standingMilestones, waivedAt, type Hold } from './ended.ts'
import { faultsOf, type ScheduleFault } from './fault.ts'
import { courseOf, isVerified, type Course } from './life.ts'
import { inWaitingOrder } from './order.ts'

/** Why a step is expected on a day. */
export type ExpectedBecause =
  /** It was verified, waived or replaced on that day. */
  | { readonly is: 'done' }
  /** By its own terms. */
  | { readonly is: 'due' }
  /** It cannot come before what it waits for. */
  | { readonly is: 'waits'; readonly milestone: MilestoneId; readonly after: After }
  /** It could have come before; now not before today. */
  | { readonly is: 'today' }
  /** As supposed: so many days later than it would otherwise. */
  | { readonly is: 'slips'; readonly days: number }

export type Expected = {
  readonly day: Day
  /** Whether it rests on an anchor day that is only presumed. */
  readonly presumed: boolean
  readonly because: ExpectedBecause
}

export type Scheduled = Course & {
  readonly milestone: MilestoneId
  readonly clause: ClauseId
  readonly deadline: Deadline
  /** Undefined while it cannot be said: an anchor day is not even presumed, nobody has requested it, or milestones wait in a circle. */
  readonly expected: Expected | undefined
  /** The day from which the milestones after it may go on, for each kind of event; undefined while it has not happened. */
  readonly reported: Day | undefined
  readonly verified: Day | undefined
  /** Set where it is no longer owed. */
  readonly ended: { readonly how: 'waived' } | { readonly how: 'superseded'; readonly by: MilestoneId } | undefined
  readonly held: Hold | undefined
  /** What must come first: its dependencies, and the event its deadline counts from. Those replaced stand as what replaced them. */
  readonly prerequisites: readonly Dependency[]
  /** Those of them that have not happened. */
  readonly waitsFor: readonly Dependency[]
  readonly faults: readonly ScheduleFault[]
}

/** Every standing milestone, in an order in which each comes after what it waits for; those in a circle last. */
export type Schedule = ReadonlyMap<MilestoneId, Scheduled>

/** Supposes that a step comes later than it would otherwise. */
export type Slip = { readonly milestone: MilestoneId; readonly days: number }

/** `agreed` are the clauses that are agreed; only there does one milestone replace another. */
export function scheduleOf(negotiation: Negotiation, agreed: ReadonlySet<ClauseId>, now: Timestamp, slip?: Slip): Schedule {
  const standing = standingMilestones(negotiation)
  const required = requiredParties(negotiation)
  const replaced = replacements(standing, agreed)
  const courses = new Map(standing.map((milestone) => [milestone.milestone, courseOf(milestone, now)]))
  const held = holds(standing, (id) => courses.get(id)?.done !== undefined)
  const { order, circular } = inWaitingOrder(standing, replaced)
  const today = dayNumber(dayOf(now))
  const schedule = new Map<MilestoneId, Scheduled>()

  for (const milestone of order) {
    const id = milestone.milestone
    const course = courses.get(id) ?? courseOf(milestone, now)
    const waived = waivedAt(milestone, required)
    const by = replaced.get(id)
    const ended = by !== undefined ? { how: 'superseded' as const, by } : waived && { how: 'waived' as const }
    const before = prerequisites(milestone.terms).map(({ milestone: named, after }) => {
      const last = lastOf(replaced, named)
      return { milestone: last, after, scheduled: schedule.get(last) }
    })
    const deadline = deadlineOf(negotiation, milestone, course, (named, after) => eventOf(schedule.get(lastOf(replaced, named)), after))
    const events = eventsOf(course, held.get(id), waived?.at)
    const inCircle = circular.has(id)
    const counted = deadline.is === 'not-yet' && deadline.because.is === 'unreached' ? deadline.because.milestone : undefined
    const from = counted && schedule.get(lastOf(replaced, counted))?.expected
    const expected = inCircle ? undefined : expectedOf(deadline, events, course, ended, before, from, today)
    schedule.set(id, {
      milestone: id,
      clause: milestone.clause,
      ...course,
      deadline,
      ...events,
      expected: slip?.milestone === id ? slipped(expected, slip.days) : expected,
      ended,
      held: held.get(id),
      prerequisites: before.map(asDependency),
      waitsFor: before.filter(({ scheduled, after }) => eventOf(scheduled, after) === undefined).map(asDependency),
      faults: faultsOf(negotiation, milestone, deadline, before, inCircle),
    })
  }
  return schedule
}

const asDependency = ({ milestone, after }: Before): Dependency => ({ milestone, after })

type Before = { readonly milestone: MilestoneId; readonly after: After; readonly scheduled: Scheduled | undefined }
type Events = Pick<Scheduled, 'reported' | 'verified'>

/** What was snapped back counts as not done; what is waived holds nobody up. */
function eventsOf({ life, done }: Course, held: Hold | undefined, waived: Timestamp | undefined): Events {
  if (waived !== undefined) return { reported: dayOf(waived), verified: dayOf(waived) }
  if (held?.does === 'snapback') return { reported: undefined, verified: undefined }
  const verified = done && dayOf(done.said.at)
  const report = 'report' in life ? life.report : undefined
  return { reported: report === undefined ? verified : dayOf(report.said.at), verified }
}

function eventOf(scheduled: Events | undefined, after: After): Day | undefined {
  return after === 'verified' ? scheduled?.verified : scheduled?.reported
}

function expectedOf(
  deadline: Deadline,
  { verified }: Events,
  { life }: Course,
  ended: Scheduled['ended'],
  before: readonly Before[],
  from: Expected | undefined,
  today: number,
): Expected | undefined {
  if (ended?.how === 'superseded') return undefined
  if (verified !== undefined && (ended !== undefined || isVerified(life)))
    return { day: verified, presumed: false, because: { is: 'done' } }
  const own = ownDay(deadline, from)
  if (own === undefined) return undefined
  // Once it is reported it is for the verifier, and that can be any day.
  let day = life.is === 'open' ? own.day : today
  let { presumed } = own
  let because: ExpectedBecause = { is: day < today || life.is !== 'open' ? 'today' : 'due' }
  day = Math.max(day, today)
  for (const { milestone, after, scheduled } of before) {
    if (eventOf(scheduled, after) !== undefined) continue
    const expected = scheduled?.expected
    if (expected === undefined) return undefined
    presumed ||= expected.presumed
    if (dayNumber(expected.day) <= day) continue
    day = dayNumber(expected.day)
    because = { is: 'waits', milestone, after }
  }
  return { day: dayAt(day), presumed, because }
}

function slipped(expected: Expected | undefined, days: number): Expected | undefined {
  if (expected === undefined || expected.because.is === 'done') return expected
  return { ...expected, day: dayAt(dayNumber(expected.day) + days), because: { is: 'slips', days } }
}

/** The day its own terms come to: known, or counted from the day on which what it counts from is expected. */
function ownDay(deadline: Deadline, from: Expected | undefined): { readonly day: number; readonly presumed: boolean } | undefined {
  if (deadline.is === 'known') return { day: dayNumber(deadline.day), presumed: deadline.presumed }
  if (deadline.because.is !== 'unreached' || from === undefined) return undefined
  return { day: dayNumber(from.day) + deadline.because.offsetDays, presumed: from.presumed }
}

/** The milestone that has taken the place of another in the end. */
function lastOf(replaced: ReadonlyMap<MilestoneId, MilestoneId>, id: MilestoneId): MilestoneId {
  let last = id
  for (let hops = 0; hops <= replaced.size; hops += 1) {
    const next = replaced.get(last)
    if (next === undefined) return last
    last = next
  }
  return id
}

/** Every milestone whose date rests on an anchor day, directly or through others: what moves when that day is set. */
export function hangingOn(negotiation: Negotiation, anchor: AnchorId): ReadonlySet<MilestoneId> {
  const hanging = new Set<MilestoneId>()
  const { order } = inWaitingOrder(standingMilestones(negotiation), new Map())
  for (const { milestone, terms } of order) {
    const from = terms.due.on === 'recurring' ? terms.due.first : terms.due
    const direct = from.on === 'anchor' && from.anchor === anchor
    if (direct || prerequisites(terms).some((before) => hanging.has(before.milestone))) hanging.add(milestone)
  }
  return hanging
}
