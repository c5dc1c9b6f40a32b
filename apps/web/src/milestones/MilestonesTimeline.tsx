/** The timeline of a negotiation's milestones. */
import {
  dayNumber,
  dayOf,
  tallyOf,
  type MilestoneId,
  type MilestoneState,
  type Negotiation,
  type PartyId,
  type Timestamp,
} from '@entente/agreement'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { capital, clauseName } from '../table/naming.ts'
import { Timeline, type TimelineLane } from '../timeline/Timeline.tsx'
import styles from './MilestonesTimeline.module.css'
import { barWords, shapeOfState, stateSentence, wordOfState } from './state-words.ts'
import type { Span, Step } from './steps.ts'

type MilestonesTimelineProps = {
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly now: Timestamp
  readonly own: PartyId | undefined
  readonly selected: MilestoneId | undefined
  /** Where bars would lie if something slipped. */
  readonly instead: ReadonlyMap<MilestoneId, Span> | undefined
  readonly onSelect: (id: MilestoneId) => void
  readonly onOpen: (id: MilestoneId) => void
}

export function MilestonesTimeline({ steps, negotiation, now, own, selected, instead, onSelect, onOpen }: MilestonesTimelineProps) {
  const lanes = useMemo(
    () => steps.map((step) => ({ ...laneOf(step, negotiation, now, own), instead: instead?.get(step.milestone) ?? step.late })),
    [steps, negotiation, now, own, instead],
  )
  return <Timeline lanes={lanes} today={dayNumber(dayOf(now))} {...{ selected, onSelect, onOpen }} />
}

function laneOf(step: Step, negotiation: Negotiation, now: Timestamp, own: PartyId | undefined): TimelineLane<MilestoneId> {
  const { of: milestone, name, state, span, prerequisites } = step
  const { terms } = milestone
  return {
    id: step.milestone,
    span,
    waitsFor: prerequisites.map(({ milestone: before }) => before),
    shape: shapeOfState(state),
    words: barWords(negotiation, step, now),
    before: `${name} ${terms.title}:`,
    after: `${wordOfState(state)}. ${stateSentence(negotiation, step, now)}`,
    share: shareFiled(step),
    tentative: tentative.includes(state),
    state,
    head: (
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <div>
          <span className={styles.title} title={terms.title}>
            {terms.title}
          </span>
          <span className={styles.meta}>
            <Link href={clausePath(negotiation, milestone.clause)}>{capital(clauseName(negotiation, milestone.clause))}</Link>
            <PartyCodes parties={terms.performers} own={own} />
          </span>
        </div>
      </div>
    ),
  }
}

/** How much of the evidence asked for is there, while the verifier looks at it. */
function shareFiled({ of, occurrence, state }: Step): number | undefined {
  const tally = state === 'reported' ? tallyOf(of, occurrence) : undefined
  return tally && (tally.total - tally.lacking.length) / tally.total
}

const tentative: readonly MilestoneState[] = ['blocked', 'proposed', 'agreed', 'suspended', 'waived', 'superseded']
