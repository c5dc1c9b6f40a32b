/** What waits for my party, and until when: the monitor's list of findings, a performer's list of what is owed, and reviews for all. */
import type { MilestoneId, Negotiation, PartyKind, Timestamp } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Glyph } from '../design/Glyph.tsx'
import { ago, axisDay, dayWithYear, momentInFull } from '../design/moment.ts'
import { Panel } from '../design/Panel.tsx'
import type { Shape } from '../design/shape.ts'
import { shapeOfState, stateSentence } from '../milestones/state-words.ts'
import { partyName } from '../table/naming.ts'
import type { Desk } from './desk.ts'
import styles from './DeskPanel.module.css'

type DeskPanelProps = {
  readonly desk: Desk
  readonly kind: PartyKind
  readonly negotiation: Negotiation
  readonly now: Timestamp
  readonly onOpen: (milestone: MilestoneId) => void
  readonly onReview: () => void
}

/** How much of what is owed later is shown. */
const NEXT = 5

export function DeskPanel({ desk, kind, negotiation, now, onOpen, onReview }: DeskPanelProps) {
  const { findings, owed, remedies, disputable, reviews } = desk
  const empty = findings.length + owed.length + remedies.length + disputable.length + reviews.length === 0
  return (
    <Panel title={kind === 'monitor' || kind === 'guarantor' ? 'Waits for your finding' : 'What waits for you'} flush>
      {empty ? <p className={styles.empty}>Nothing waits for your party now.</p> : null}
      {findings.length === 0 ? null : (
        <Group title="To find, longest waiting first">
          {findings.map(({ step, why, since }) => (
            <Line
              key={step.milestone}
              shape={shapeOfState(step.state)}
              head={`${step.name} ${step.of.terms.title}`}
              tail={why === 'reported' ? `reported ${ago(since, now)}` : `disputed ${ago(since, now)}, second inspection`}
              onPress={() => onOpen(step.milestone)}
            />
          ))}
        </Group>
      )}
      {remedies.length === 0 ? null : (
        <Group title="Remedial steps due">
          {remedies.map(({ step, words, until }) => (
            <Line
              key={`${step.milestone} ${words}`}
              shape="condition"
              head={words}
              tail={`because ${step.name} was missed${until === undefined ? '' : `, by ${momentInFull(until)}`}`}
              onPress={() => onOpen(step.milestone)}
            />
          ))}
        </Group>
      )}
      {owed.length === 0 ? null : (
        <Group title="You owe next">
          {owed.slice(0, NEXT).map(({ step, day }) => (
            <Line
              key={step.milestone}
              shape={shapeOfState(step.state)}
              head={`${step.name} ${step.of.terms.title}`}
              tail={`${day === undefined ? '' : `${axisDay(day)}. `}${stateSentence(negotiation, step, now)}`}
              onPress={() => onOpen(step.milestone)}
            />
          ))}
          {owed.length > NEXT ? <li className={styles.more}>and {owed.length - NEXT} more later</li> : null}
        </Group>
      )}
      {disputable.length === 0 ? null : (
        <Group title="Findings you may dispute">
          {disputable.map(({ step, until }) => (
            <Line
              key={step.milestone}
              shape="brackets"
              head={`${step.name} ${step.of.terms.title}`}
              tail={`until ${momentInFull(until)}`}
              onPress={() => onOpen(step.milestone)}
            />
          ))}
        </Group>
      )}
      {reviews.length === 0 ? null : (
        <Group title="Reviews">
          {reviews.slice(0, NEXT).map(({ by, day, milestones, due }) => (
            <Line
              key={`${day} ${by}`}
              shape={due ? 'condition' : 'silence'}
              head={`${dayWithYear(day)}, ${partyName(negotiation, by)}`}
              tail={`${milestones.length === 1 ? 'one milestone' : `${milestones.length} milestones`}${due ? ', due now' : ''}`}
              onPress={onReview}
            />
          ))}
        </Group>
      )}
    </Panel>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

type LineProps = { readonly shape: Shape; readonly head: string; readonly tail: string; readonly onPress: () => void }

function Line({ shape, head, tail, onPress }: LineProps) {
  return (
    <li>
      <button type="button" className={styles.line} onClick={onPress}>
        <Glyph shape={shape} beside />
        <span>
          <b>{head}</b>
          <small>{tail}</small>
        </span>
      </button>
    </li>
  )
}
