/** The deadline that the terms of a milestone set, and where it comes from. */
import { dayAt, dayNumber, dayOf, lastMoment } from '../calendar.ts'
import type { AnchorId, Day, MilestoneId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from './milestone.ts'
import type { After, Due } from '../terms.ts'
import type { Course } from './life.ts'

/** What a known deadline was counted from. */
export type CountedFrom =
  | { readonly is: 'day' }
  | { readonly is: 'anchor'; readonly anchor: AnchorId; readonly offsetDays: number }
  | { readonly is: 'milestone'; readonly milestone: MilestoneId; readonly after: After; readonly offsetDays: number; readonly reached: Day }
  | { readonly is: 'request'; readonly requested: Day; readonly withinDays: number }
  /** A breach on a day: its days are counted anew from there. */
  | { readonly is: 'breach'; readonly breach: string; readonly on: Day; readonly days: number }

/** Why a deadline cannot be known yet. */
export type NotYet =
  | { readonly is: 'unset'; readonly anchor: AnchorId }
  | { readonly is: 'unreached'; readonly milestone: MilestoneId; readonly after: After; readonly offsetDays: number }
  | { readonly is: 'unrequested'; readonly withinDays: number }

export type Deadline =
  | {
      readonly is: 'known'
      readonly day: Day
      /** The last moment in which it is not late. */
      readonly at: Timestamp
      /** Whether it counts from an anchor day that is only presumed. */
      readonly presumed: boolean
      readonly because: CountedFrom
    }
  | { readonly is: 'not-yet'; readonly because: NotYet }

/** `reached` answers on which day another milestone was reported or verified. */
export function deadlineOf(
  negotiation: Pick<Negotiation, 'anchors'>,
  { terms, steps }: Milestone,
  { occurrence }: Course,
  reached: (milestone: MilestoneId, after: After) => Day | undefined,
): Deadline {
  const due = counted(negotiation, terms.due, steps, occurrence, reached)
  if (due.is === 'not-yet' || terms.streak === undefined) return due
  const breach = steps.findLast((step) => step.is === 'breached')
  if (breach === undefined) return due
  const anew = dayNumber(breach.day) + terms.streak.days
  if (anew <= dayNumber(due.day)) return due
  return known(anew, terms.due, false, { is: 'breach', breach: breach.breach, on: breach.day, days: terms.streak.days })
}

function counted(
  { anchors }: Pick<Negotiation, 'anchors'>,
  due: Due,
  steps: Milestone['steps'],
  occurrence: number,
  reached: (milestone: MilestoneId, after: After) => Day | undefined,
): Deadline {
  switch (due.on) {
    case 'day':
      return known(dayNumber(due.day), due, false, { is: 'day' })
    case 'anchor': {
      const anchor = anchors.get(due.anchor)
      const from = anchor?.day ?? anchor?.presumed
      if (from === undefined) return { is: 'not-yet', because: { is: 'unset', anchor: due.anchor } }
      const because = { is: 'anchor', anchor: due.anchor, offsetDays: due.offsetDays } as const
      return known(dayNumber(from) + due.offsetDays, due, anchor?.day === undefined, because)
    }
    case 'milestone': {
      const { milestone, after, offsetDays } = due
      const day = reached(milestone, after)
      if (day === undefined) return { is: 'not-yet', because: { is: 'unreached', milestone, after, offsetDays } }
      return known(dayNumber(day) + offsetDays, due, false, { is: 'milestone', milestone, after, offsetDays, reached: day })
    }
    case 'recurring': {
      const first = counted({ anchors }, due.first, steps, occurrence, reached)
      if (first.is === 'not-yet') return first
      return known(dayNumber(first.day) + (occurrence - 1) * due.everyDays, due.first, first.presumed, first.because)
    }
    case 'request': {
      const request = steps.findLast((step) => step.is === 'requested')
      if (request === undefined) return { is: 'not-yet', because: { is: 'unrequested', withinDays: due.withinDays } }
      const requested = dayOf(request.said.at)
      return known(dayNumber(requested) + due.withinDays, due, false, { is: 'request', requested, withinDays: due.withinDays })
    }
    default:
      return due satisfies never
  }
}

function known(number: number, due: Due | { time?: string; zone?: string }, presumed: boolean, because: CountedFrom): Deadline {
  const day = dayAt(number)
  const clock = 'time' in due || 'zone' in due ? due : {}
  return { is: 'known', day, at: lastMoment(day, clock), presumed, because }
}
