/** The timeline of a negotiation's milestones. */
import type { Day, MilestoneId, Negotiation, PartyId } from '@entente/agreement'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { capital, clauseName } from '../table/naming.ts'
import { dayNumber } from '../timeline/days.ts'
import { Timeline, type TimelineLane } from '../timeline/Timeline.tsx'
import styles from './MilestonesTimeline.module.css'
import { barWords, shapeOfState, stateSentence, wordOfState } from './state-words.ts'
import type { Step } from './steps.ts'

type MilestonesTimelineProps = {
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly today: Day
  readonly own: PartyId | undefined
  readonly selected: MilestoneId | undefined
  readonly onSelect: (id: MilestoneId) => void
  readonly onOpen: (id: MilestoneId) => void
}

export function MilestonesTimeline({ steps, negotiation, today, own, selected, onSelect, onOpen }: MilestonesTimelineProps) {
  const lanes = useMemo(
    () => steps.map((step): TimelineLane<MilestoneId> => laneOf(step, negotiation, today, own)),
    [steps, negotiation, today, own],
  )
  return <Timeline lanes={lanes} today={dayNumber(today)} {...{ selected, onSelect, onOpen }} />
}

function laneOf(step: Step, negotiation: Negotiation, today: Day, own: PartyId | undefined): TimelineLane<MilestoneId> {
  const { milestone, name, state, span, waitsFor } = step
  const { terms } = milestone
  return {
    id: milestone.milestone,
    span,
    waitsFor,
    shape: shapeOfState(state),
    words: barWords(negotiation, step.standing, today),
    before: `${name} ${terms.title}:`,
    after: `${wordOfState(state)}. ${stateSentence(negotiation, step.standing, today)}`,
    tentative: state === 'blocked' || state === 'proposed' || state === 'agreed',
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
