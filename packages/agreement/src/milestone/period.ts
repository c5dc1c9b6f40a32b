/** The report of a period: what happened to the commitments between two moments, for a review meeting or a press release. */
import type { ClauseId, MilestoneId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { ReviewHeld } from './milestone.ts'
import { barometer, type Barometer } from './barometer.ts'
import { standingMilestones } from './ended.ts'
import { milestoneStandings } from './state.ts'
import type { MilestoneStep } from './step.ts'

export type Period = { readonly from: Timestamp; readonly to: Timestamp }

export type PeriodReport = Period & {
  readonly before: Barometer
  readonly after: Barometer
  /** What was said of each milestone, oldest first. */
  readonly steps: readonly { readonly milestone: MilestoneId; readonly step: MilestoneStep }[]
  /** Deadlines that passed without a report, and with none to this day. */
  readonly fellOverdue: readonly MilestoneId[]
  readonly reviews: readonly ReviewHeld[]
}

/** What happened after `from`, up to and including `to`. */
export function reportOfPeriod(negotiation: Negotiation, agreed: ReadonlySet<ClauseId>, { from, to }: Period): PeriodReport {
  const within = (moment: Timestamp) => Date.parse(from) < Date.parse(moment) && Date.parse(moment) <= Date.parse(to)
  const standings = milestoneStandings(negotiation, agreed, to)
  return {
    from,
    to,
    before: barometer(negotiation, agreed, from),
    after: barometer(negotiation, agreed, to),
    steps: standingMilestones(negotiation)
      .flatMap(({ milestone, steps }) => steps.filter(({ said }) => within(said.at)).map((step) => ({ milestone, step })))
      .toSorted((a, b) => a.step.said.seq - b.step.said.seq),
    fellOverdue: [...standings.values()]
      .filter(({ state, deadline }) => state === 'overdue' && deadline.is === 'known' && within(deadline.at))
      .map(({ milestone }) => milestone),
    reviews: negotiation.reviews.filter(({ said }) => within(said.at)),
  }
}
