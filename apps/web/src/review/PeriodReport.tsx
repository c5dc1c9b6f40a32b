/** What is to be looked at, and what was said of it since the last review: the report of the period, folded until it is wanted. */
import type { MilestoneId, Negotiation, Timestamp } from '@entente/agreement'
import { Moment } from '../design/Moment.tsx'
import { stateSentence, wordOfState } from '../milestones/state-words.ts'
import type { Step } from '../milestones/steps.ts'
import { stepWords } from './step-words.ts'
import styles from './ReviewsDialog.module.css'

type PeriodReportProps = {
  readonly milestones: readonly MilestoneId[]
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly now: Timestamp
}

export function PeriodReport({ milestones, steps, negotiation, now }: PeriodReportProps) {
  const among = steps.filter(({ milestone }) => milestones.includes(milestone))
  return (
    <details className={styles.report}>
      <summary>Report of the period</summary>
      <ul>
        {among.map((step) => {
          const since = negotiation.reviews.findLast((review) => review.milestones.includes(step.milestone))?.said.seq ?? 0
          const said = step.of.steps.filter((one) => one.said.seq > since)
          return (
            <li key={step.milestone}>
              <b>
                {step.name} {step.of.terms.title}.
              </b>{' '}
              {wordOfState(step.state)}. {stateSentence(negotiation, step, now)}.
              {said.length === 0 ? (
                <small>Nothing was said of it in the period.</small>
              ) : (
                <ol>
                  {said.map((one) => (
                    <li key={one.said.seq}>
                      <Moment at={one.said.at} /> {stepWords(one, negotiation)}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
