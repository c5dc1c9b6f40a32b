/**
 * A position that asks for more than a click: what it says, the words that go with it, and what it would do. Nothing filled in is lost
 * when it is refused, closed, or the words change meanwhile.
 */
import { Timestamp, type Stance } from '@entente/agreement'
import type { FormEvent, ReactNode } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { TextArea, TextField } from '../design/Field.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStance } from '../design/shape.ts'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import statement from '../statement/Statement.module.css'
import type { FormStance } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { ConditionBuilder } from './ConditionBuilder.tsx'
import { type Row, conditionsOf, emptyRow } from './condition-rows.ts'
import { Outlook } from './Outlook.tsx'
import styles from './StanceForm.module.css'
import { useFirstField } from './useFirstField.ts'
import { keeper } from './useKept.ts'
import { statementHeading, type Statements } from './useStatements.ts'

type StanceFormProps = {
  readonly view: ClauseView
  readonly stance: FormStance
  readonly statements: Statements
  readonly onClose: () => void
}

/** Everything any of the forms asks for. Each shows its own part. */
type Filled = {
  readonly note: string
  readonly words: string
  readonly proposed: string
  readonly until: string
  readonly rows: readonly Row[]
}

const useFilled = keeper<Filled>()

const empty: Filled = { note: '', words: '', proposed: '', until: '', rows: [emptyRow] }

export function StanceForm({ view, stance, statements, onClose }: StanceFormProps) {
  const { clause, negotiation, reading, speaker } = view
  const ask = useAsk()
  const [filled, fill, clear] = useFilled(`position ${clause.clause} ${stance}`, empty)
  const form = useFirstField()
  if (speaker === undefined) return null

  const position = positionOf(stance, filled, view)
  const decision = position && ask('position.take', { clause: clause.clause, on: reading.fingerprint, position })
  const because = position === undefined ? missing(stance) : whyNot(decision, negotiation)
  const set = (part: Partial<Filled>) => fill({ ...filled, ...part })

  function send(event: FormEvent) {
    event.preventDefault()
    if (position !== undefined && because === undefined) statements.state(position, clear)
  }

  return (
    <form className={statement.form} ref={form} onSubmit={send} aria-labelledby={`stance-${clause.clause}`}>
      <h4 id={`stance-${clause.clause}`} className={styles.title}>
        <PartyCode party={speaker.party.party} filled />
        {statementHeading({ stance }, speaker.party.shortName, clauseName(negotiation, clause.clause))}
      </h4>
      <Fields stance={stance} filled={filled} set={set} view={view} />
      {stance === 'accepts-if' && position !== undefined ? <Outlook clause={clause.clause} position={position} /> : null}
      <div className={statement.actions}>
        <Button type="submit" look="primary" shape={shapeOfStance({ stance })} because={because}>
          Record for {speaker.party.shortName}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <span className={styles.hint}>Enters the record as {speaker.seat.name}</span>
      </div>
    </form>
  )
}

type FieldsProps = {
  readonly stance: FormStance
  readonly filled: Filled
  readonly set: (part: Partial<Filled>) => void
  readonly view: ClauseView
}

function Fields({ stance, filled, set, view }: FieldsProps): ReactNode {
  const note = (
    <TextArea
      label="Note"
      optional
      rows={2}
      value={filled.note}
      onChange={({ target }) => set({ note: target.value })}
      hint="Everybody at the table reads it."
    />
  )
  switch (stance) {
    case 'accepts-if':
      return (
        <>
          <ConditionBuilder clause={view.clause.clause} rows={filled.rows} onChange={(rows) => set({ rows })} />
          {note}
        </>
      )
    case 'accepts-ad-referendum':
      return (
        <>
          <TextField
            type="date"
            label="Capital confirms by"
            optional
            value={filled.until}
            onChange={({ target }) => set({ until: target.value })}
            className={styles.date}
          />
          {note}
        </>
      )
    case 'accepts-with-reservation':
      return (
        <>
          <TextArea label="Reservation" required rows={3} value={filled.words} onChange={({ target }) => set({ words: target.value })} />
          {note}
        </>
      )
    case 'objects':
      return (
        <>
          <TextArea label="Reason" rows={2} value={filled.words} onChange={({ target }) => set({ words: target.value })} />
          <TextArea
            label="Proposed words"
            optional
            rows={2}
            value={filled.proposed}
            onChange={({ target }) => set({ proposed: target.value })}
          />
        </>
      )
    case 'reserves':
    case 'stands-aside':
      return note
    default:
      return stance satisfies never
  }
}

function positionOf(stance: FormStance, filled: Filled, view: ClauseView): Stance | undefined {
  const note = filled.note.trim() === '' ? {} : { note: filled.note.trim() }
  switch (stance) {
    case 'accepts-if': {
      const conditions = conditionsOf(filled.rows, view.clause.clause)
      return conditions.length > 0 ? { stance, conditions: [...conditions], ...note } : undefined
    }
    case 'accepts-ad-referendum': {
      const confirmBy = Timestamp.safeParse(`${filled.until}T23:59:59Z`)
      return { stance, ...(confirmBy.success && { confirmBy: confirmBy.data }), ...note }
    }
    case 'accepts-with-reservation':
      return filled.words.trim() === '' ? undefined : { stance, reservation: filled.words.trim(), ...note }
    case 'objects':
      return { stance, reason: filled.words.trim(), ...(filled.proposed.trim() !== '' && { proposedText: filled.proposed.trim() }) }
    case 'reserves':
    case 'stands-aside':
      return { stance, ...note }
    default:
      return stance satisfies never
  }
}

function missing(stance: FormStance): string {
  return stance === 'accepts-if' ? 'Choose at least one condition' : 'Write the reservation first'
}
