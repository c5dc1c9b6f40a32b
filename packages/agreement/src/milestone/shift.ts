/** What follows if: the schedule as it would be, beside the schedule as it is. Nothing is recorded. */
import type { AnchorId, ClauseId, Day, MilestoneId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import { scheduleOf, type Schedule, type Scheduled } from './schedule.ts'

export type Shift = {
  readonly milestone: MilestoneId
  readonly deadline: { readonly from: Day | undefined; readonly to: Day | undefined }
  readonly expected: { readonly from: Day | undefined; readonly to: Day | undefined }
}

/** What moves if a step comes so many days later than it would otherwise. */
export function ifItSlips(
  negotiation: Negotiation,
  agreed: ReadonlySet<ClauseId>,
  now: Timestamp,
  slip: { readonly milestone: MilestoneId; readonly days: number },
): readonly Shift[] {
  return shifts(scheduleOf(negotiation, agreed, now), scheduleOf(negotiation, agreed, now, slip))
}

/** What moves if an anchor day is set to another day. */
export function ifAnchorIs(
  negotiation: Negotiation,
  agreed: ReadonlySet<ClauseId>,
  now: Timestamp,
  { anchor, day }: { readonly anchor: AnchorId; readonly day: Day },
): readonly Shift[] {
  const found = negotiation.anchors.get(anchor)
  if (found === undefined) return []
  const supposed = { ...negotiation, anchors: new Map(negotiation.anchors).set(anchor, { ...found, day }) }
  return shifts(scheduleOf(negotiation, agreed, now), scheduleOf(supposed, agreed, now))
}

function shifts(before: Schedule, after: Schedule): readonly Shift[] {
  return [...before].flatMap(([milestone, was]) => {
    const is = after.get(milestone)
    const deadline = { from: dayOfDeadline(was), to: is && dayOfDeadline(is) }
    const expected = { from: was.expected?.day, to: is?.expected?.day }
    return deadline.from === deadline.to && expected.from === expected.to ? [] : [{ milestone, deadline, expected }]
  })
}

function dayOfDeadline({ deadline }: Scheduled): Day | undefined {
  return deadline.is === 'known' ? deadline.day : undefined
}
