/**
 * Reviews: milestones are looked at every so many days, by whoever their terms name, and a meeting that was held is put on record.
 *
 * The first is due so many days after the milestone begins to run; each next one so many days after the last that was held, or on the day
 * which that meeting set.
 */
import { z } from 'zod'
import { dayAt, dayNumber, dayOf } from '../calendar.ts'
import { command, record, refuse } from '../command.ts'
import { Day, MilestoneId, type PartyId, type Timestamp } from '../ids.ts'
import { MAX_MILESTONES, MAX_STATEMENT, MAX_YEAR } from '../limits.ts'
import type { Negotiation } from '../negotiation.ts'
import type { ReviewHeld } from './milestone.ts'
import { may } from '../powers.ts'
import type { MilestoneStanding, MilestoneStandings } from './state.ts'

export const holdReview = command({
  name: 'review.hold',
  says: 'Put on record that a review was held, of which milestones, with what came of it and the day of the next.',
  input: z.strictObject({
    milestones: z.array(MilestoneId).min(1).max(MAX_MILESTONES),
    day: Day,
    note: z.string().trim().min(1).max(MAX_STATEMENT),
    next: Day.optional(),
  }),
  rule({ negotiation, speaker, now }, { milestones, day, note, next }) {
    const missing = milestones.find((id) => !negotiation.milestones.has(id))
    if (missing !== undefined) return refuse({ code: 'unknown', what: 'milestone', id: missing })
    const { party } = speaker.party
    const named = milestones.every((id) => negotiation.milestones.get(id)?.terms.review?.by === party)
    if (!named && !may(speaker, 'preside')) return refuse({ code: 'not-named' })
    if (day > dayOf(now)) return refuse({ code: 'malformed', detail: 'day: a review that was held lies in the past' })
    if (next !== undefined && (next <= day || Number(next.slice(0, 4)) > MAX_YEAR))
      return refuse({ code: 'malformed', detail: `next: a day after the review, no later than the year ${MAX_YEAR}` })
    return record({ kind: 'review-held', party, day, milestones: [...new Set(milestones)], note, ...(next && { next }) })
  },
})

export type ReviewDue = {
  readonly milestone: MilestoneId
  readonly by: PartyId
  readonly last: ReviewHeld | undefined
  readonly next: Day
  /** The day has come or has passed. */
  readonly due: boolean
}

/** A meeting to come: everything one party is to look at on one day. */
export type ReviewMeeting = { readonly by: PartyId; readonly day: Day; readonly milestones: readonly MilestoneId[]; readonly due: boolean }

/** The next review of every milestone that is to be reviewed and runs. */
export function reviewsDue({ reviews, anchors }: Negotiation, standings: MilestoneStandings, now: Timestamp): readonly ReviewDue[] {
  const today = dayOf(now)
  const lastOf = new Map<MilestoneId, ReviewHeld>()
  for (const review of reviews) for (const milestone of review.milestones) lastOf.set(milestone, review)
  return [...standings.values()].flatMap((standing) => {
    const { review } = standing.of.terms
    if (review === undefined || !runs(standing)) return []
    const from = beginning(standing, anchors)
    if (from === undefined) return []
    const last = lastOf.get(standing.milestone)
    const next = last?.next ?? dayAt(dayNumber(last?.day ?? from) + review.everyDays)
    const until = review.until ?? (review.untilOffsetDays === undefined ? undefined : dayAt(dayNumber(from) + review.untilOffsetDays))
    return until !== undefined && next > until ? [] : [{ milestone: standing.milestone, by: review.by, last, next, due: next <= today }]
  })
}

/** The same as meetings, the soonest first. */
export function reviewMeetings(due: readonly ReviewDue[]): readonly ReviewMeeting[] {
  const meetings = Map.groupBy(due, ({ by, next }) => `${next} ${by}`)
  return [...meetings.values()]
    .flatMap((of) => {
      const [first] = of
      return first === undefined
        ? []
        : [{ by: first.by, day: first.next, milestones: of.map(({ milestone }) => milestone), due: first.due }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Reviews go on while a step is owed or was done, and end with what is given up. */
function runs({ state }: MilestoneStanding): boolean {
  return state !== 'proposed' && state !== 'agreed' && state !== 'waived' && state !== 'superseded'
}

/** The day from which the intervals of its reviews count: its anchor day, else the day it is first due. */
function beginning({ of: { terms }, deadline }: MilestoneStanding, anchors: Negotiation['anchors']): Day | undefined {
  const first = terms.due.on === 'recurring' ? terms.due.first : terms.due
  if (first.on === 'anchor') return anchors.get(first.anchor)?.day
  if (first.on === 'day') return first.day
  return deadline.is === 'known' ? deadline.day : undefined
}
