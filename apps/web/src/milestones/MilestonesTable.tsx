/** All milestones as a table that can be sorted by each of its columns. On a phone each row is a card, and the order is chosen above. */
import type { MilestoneId, Negotiation, PartyId, Timestamp } from '@entente/agreement'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { Select } from '../design/Field.tsx'
import { Icon } from '../design/Icon.tsx'
import { dayWithYear } from '../design/moment.ts'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { Tag } from '../design/Tag.tsx'
import visually from '../design/VisuallyHidden.module.css'
import { dueWords } from '../milestone/due-words.ts'
import { capital, clauseName } from '../table/naming.ts'
import styles from './MilestonesTable.module.css'
import { sorted, sortedBy, type Column, type Sorting } from './sorting.ts'
import { namesOf, shapeOfState, stateSentence, wordOfState } from './state-words.ts'
import type { Step } from './steps.ts'

const columns: readonly { readonly column: Column; readonly words: string }[] = [
  { column: 'name', words: 'No.' },
  { column: 'title', words: 'Commitment' },
  { column: 'performers', words: 'Performs' },
  { column: 'verifier', words: 'Verifies' },
  { column: 'due', words: 'Due' },
  { column: 'state', words: 'State' },
]

type MilestonesTableProps = {
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly now: Timestamp
  readonly own: PartyId | undefined
  readonly selected: MilestoneId | undefined
  readonly onOpen: (id: MilestoneId) => void
}

export function MilestonesTable({ steps, negotiation, now, own, selected, onOpen }: MilestonesTableProps) {
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false })
  return (
    <section className={styles.panel} aria-label="All milestones">
      <div className={styles.order}>
        <Select
          label="In the order of"
          value={sorting.by}
          onChange={({ target }) => setSorting({ by: columnOf(target.value), descending: false })}
        >
          {columns.map(({ column, words }) => (
            <option key={column} value={column}>
              {words}
            </option>
          ))}
        </Select>
      </div>
      <table className={styles.table}>
        <thead className={visually.below760}>
          <tr>
            {columns.map(({ column, words }) => (
              <Heading key={column} {...{ column, words, sorting }} onSort={() => setSorting(sortedBy(column, sorting))} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(steps, sorting).map((step) => (
            <Row key={step.milestone} {...{ step, negotiation, now, own, onOpen }} selected={step.milestone === selected} />
          ))}
        </tbody>
      </table>
      {steps.length === 0 ? <p className={styles.none}>No milestone matches what you are looking for.</p> : null}
    </section>
  )
}

type HeadingProps = { readonly column: Column; readonly words: string; readonly sorting: Sorting; readonly onSort: () => void }

function Heading({ column, words, sorting, onSort }: HeadingProps) {
  const own = sorting.by === column
  return (
    <th scope="col" aria-sort={own ? (sorting.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} data-descending={own && sorting.descending ? true : undefined} onClick={onSort}>
        {words}
        {own ? <Icon name="down" /> : null}
      </button>
    </th>
  )
}

type RowProps = Omit<MilestonesTableProps, 'steps' | 'selected'> & { readonly step: Step; readonly selected: boolean }

function Row({ step, negotiation, now, own, selected, onOpen }: RowProps) {
  const { of: milestone, name, state, deadline } = step
  const { terms, clause } = milestone
  const day =
    terms.due.on === 'day' || deadline.is === 'not-yet' ? undefined : `${dayWithYear(deadline.day)}${deadline.presumed ? ', presumed' : ''}`
  const before = step.prerequisites.map((dependency) => dependency.milestone)
  return (
    <tr data-step={milestone.milestone} aria-current={selected ? true : undefined}>
      <Cell label="No.">{name}</Cell>
      <th scope="row" className={styles.commitment}>
        <button type="button" className={styles.title} onClick={() => onOpen(milestone.milestone)}>
          {terms.title}
        </button>
        <Link href={clausePath(negotiation, clause)}>{capital(clauseName(negotiation, clause))}</Link>
      </th>
      <Cell label="Performs">
        <PartyCodes parties={terms.performers} own={own} />
      </Cell>
      <Cell label="Verifies">
        <PartyCodes parties={[terms.verifier]} own={own} />
      </Cell>
      <Cell label="Due">
        {capital(dueWords(terms.due, negotiation))}
        {day === undefined ? null : <small>{day}</small>}
        {before.length === 0 ? null : <small>After {namesOf(negotiation, before)}</small>}
      </Cell>
      <Cell label="State">
        <Tag shape={shapeOfState(state)}>{wordOfState(state)}</Tag>
        <small>{stateSentence(negotiation, step, now)}</small>
      </Cell>
    </tr>
  )
}

/** A value under its column; where the columns are not shown, with its name before it. */
function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <td>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
    </td>
  )
}

function columnOf(value: string): Column {
  return columns.find(({ column }) => column === value)?.column ?? 'name'
}
