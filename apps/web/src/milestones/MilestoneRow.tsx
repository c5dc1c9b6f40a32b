/** One milestone: the essentials in a row, the rest of its terms when it is opened. */
import { waitsFor, type Day, type Milestone, type MilestoneState, type Negotiation, type PartyId } from '@entente/agreement'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { Icon } from '../design/Icon.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { dueDayWords, dueWords } from '../milestone/due-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import { clauseName } from '../table/naming.ts'
import { MilestoneTermsList } from './MilestoneTermsList.tsx'
import styles from './MilestoneRow.module.css'
import { shapeOfState, stateSentence, wordOfState } from './state-words.ts'

type MilestoneRowProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly state: MilestoneState
  readonly today: Day
  readonly own: PartyId | undefined
}

export function MilestoneRow({ milestone, negotiation, state, today, own }: MilestoneRowProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { terms, clause } = milestone
  const names = milestoneNames(negotiation)
  const before = waitsFor(terms).map((other) => names.get(other) ?? other)
  const day = dueDayWords(negotiation, milestone)
  return (
    <li className={styles.row} id={`ms-${milestone.milestone}`}>
      <div className={styles.commitment}>
        <span className={styles.name}>{names.get(milestone.milestone)}</span>
        <div>
          <button
            type="button"
            className={styles.title}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {terms.title}
            <Icon name="down" />
          </button>
          <p>
            <Link href={clausePath(negotiation, clause)}>{capital(clauseName(negotiation, clause))}</Link>
          </p>
        </div>
      </div>
      <Cell label="Performs">
        <PartyCodes parties={terms.performers} own={own} />
      </Cell>
      <Cell label="Verifies">
        <PartyCodes parties={[terms.verifier]} own={own} />
      </Cell>
      <Cell label="Due">
        {capital(dueWords(terms.due, negotiation))}
        {day === undefined ? null : <small>{day}</small>}
      </Cell>
      <Cell label="After">{before.length === 0 ? <span className={styles.nothing}>nothing</span> : list([...new Set(before)])}</Cell>
      <Cell label="State">
        <Tag shape={shapeOfState(state)}>{wordOfState(state)}</Tag>
        <small>{stateSentence(negotiation, milestone, state, today)}</small>
      </Cell>
      {open ? (
        <div id={id} className={styles.more}>
          <MilestoneTermsList milestone={milestone} negotiation={negotiation} />
        </div>
      ) : null}
    </li>
  )
}

/** A value under its column, whose name is read aloud and on a phone shown. */
function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.cell}>
      <span className={styles.label}>{label}</span>
      <div className={styles.value}>{children}</div>
    </div>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
