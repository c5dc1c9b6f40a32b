/**
 * What is wrong with the dates of a milestone. New terms with a fault are refused; a fault that comes later, with an anchor day or an
 * imported text, is shown.
 */
import { LAST_DAY, dayNumber } from '../calendar.ts'
import type { AnchorId, MilestoneId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from './milestone.ts'
import type { After } from '../terms.ts'
import type { Deadline } from './deadline.ts'

export type ScheduleFault =
  /** It waits for itself, through others. */
  | { readonly code: 'dependency-circle' }
  | { readonly code: 'performer-verifies' }
  /** Its deadline lies before that of a step it waits for. */
  | { readonly code: 'due-before-dependency'; readonly milestone: MilestoneId }
  /** It counts from a day that nobody has set. */
  | { readonly code: 'anchor-unset'; readonly anchor: AnchorId }
  /** It waits for a milestone that is no longer, or never was, part of the text. */
  | { readonly code: 'dependency-gone'; readonly milestone: MilestoneId }
  /** The date lies beyond the calendar. */
  | { readonly code: 'beyond-calendar' }

type Before = { readonly milestone: MilestoneId; readonly after: After; readonly scheduled: { readonly deadline: Deadline } | undefined }

export function faultsOf(
  { anchors }: Pick<Negotiation, 'anchors'>,
  { terms }: Pick<Milestone, 'terms'>,
  deadline: Deadline,
  before: readonly Before[],
  inCircle: boolean,
): readonly ScheduleFault[] {
  const faults: ScheduleFault[] = []
  if (inCircle) faults.push({ code: 'dependency-circle' })
  if (terms.performers.includes(terms.verifier)) faults.push({ code: 'performer-verifies' })
  const from = terms.due.on === 'recurring' ? terms.due.first : terms.due
  if (from.on === 'anchor' && anchors.get(from.anchor)?.day === undefined) faults.push({ code: 'anchor-unset', anchor: from.anchor })
  for (const { milestone, scheduled } of before) {
    if (scheduled === undefined && !inCircle) faults.push({ code: 'dependency-gone', milestone })
    const earlier = scheduled?.deadline
    if (deadline.is === 'known' && earlier?.is === 'known' && dayNumber(deadline.day) < dayNumber(earlier.day))
      faults.push({ code: 'due-before-dependency', milestone })
  }
  if (deadline.is === 'known' && dayNumber(deadline.day) === LAST_DAY) faults.push({ code: 'beyond-calendar' })
  return faults
}
