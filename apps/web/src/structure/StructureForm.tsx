/** The forms for a clause's place and heading. Each says what follows for consent before it is recorded. */
import { numbersKnown, type Clause, type ClauseAssessment, type ClauseId, type Negotiation, type SectionId } from '@entente/agreement'
import { mayWrite } from '@entente/draft'
import { useState } from 'react'
import { Select, TextField } from '../design/Field.tsx'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { useRoom } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { goTo } from '../table/go-to.ts'
import { clauseName, namingOf, partyName, sectionTitle } from '../table/naming.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { addedSince } from './added-since.ts'
import { KindField, kindIn } from './KindField.tsx'
import { RetitleForm } from './RetitleForm.tsx'
import styles from './Structure.module.css'
import type { StructurePanel } from './StructureMenu.tsx'

type StructureFormProps = {
  readonly is: Exclude<StructurePanel, 'freeze' | 'pen' | 'split' | 'join' | 'duplicate' | 'propose-clause' | 'propose-deletion'>
  readonly clause: Clause
  readonly assessment: ClauseAssessment
  readonly negotiation: Negotiation
  readonly onClose: () => void
}

export function StructureForm({ is, clause, assessment, negotiation, onClose }: StructureFormProps) {
  switch (is) {
    case 'retitle':
      return <Retitle {...{ clause, assessment, negotiation, onClose }} />
    case 'move':
      return <Move {...{ clause, negotiation, onClose }} />
    case 'withdraw':
      return <Withdraw {...{ clause, negotiation, onClose }} />
    case 'add-clause':
      return <AddClause section={clause.section} after={clause.clause} negotiation={negotiation} onClose={onClose} />
    default:
      return is satisfies never
  }
}

type OneProps = Omit<StructureFormProps, 'is' | 'assessment'>

function Retitle({ clause, assessment, negotiation, onClose }: OneProps & Pick<StructureFormProps, 'assessment'>) {
  const consenting = consentingTo(assessment).map((party) => partyName(negotiation, party))
  return (
    <RetitleForm
      of={clauseName(negotiation, clause.clause)}
      heading={clause.heading}
      command="clause.retitle"
      subject={{ clause: clause.clause }}
      hint={consenting.length > 0 ? lapseWarning(consenting, 'A new heading') : undefined}
      {...{ negotiation, onClose }}
    />
  )
}

function Move({ clause, negotiation, onClose }: OneProps) {
  const [place, setPlace] = useState('')
  const [section, after] = place.split(' ')
  const input = { clause: clause.clause, section, ...(after !== undefined && { after }) }
  return (
    <Statement
      title={`Move ${clauseName(negotiation, clause.clause)}`}
      command="clause.move"
      input={input}
      negotiation={negotiation}
      submit="Move"
      onClose={onClose}
      {...(place === '' && { missing: 'Choose a place first' })}
    >
      <Select
        label="New place"
        value={place}
        onChange={({ target }) => setPlace(target.value)}
        hint={`${numbersKnown(negotiation) ? 'It keeps its number until the chair renumbers the text.' : 'Numbers follow.'} No consent lapses, and nobody’s typing is lost.`}
      >
        <option value="">Choose…</option>
        {negotiation.sections.map((one) => (
          <optgroup key={one.section} label={sectionTitle(one)}>
            <option value={one.section}>First in this section</option>
            {negotiation.clauses
              .filter((other) => other.section === one.section && other.clause !== clause.clause && other.standing.is === 'standing')
              .map((other) => (
                <option key={other.clause} value={`${one.section} ${other.clause}`}>
                  After {namingOf(negotiation).numbers.get(other.clause)}. {other.heading}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </Statement>
  )
}

function Withdraw({ clause, negotiation, onClose }: OneProps) {
  const [reason, setReason] = useState('')
  return (
    <Statement
      title={`Withdraw ${clauseName(negotiation, clause.clause)}`}
      command="clause.withdraw"
      input={{ clause: clause.clause, reason: reason.trim() }}
      negotiation={negotiation}
      submit="Withdraw the clause"
      danger
      onClose={onClose}
    >
      <TextField
        label="Reason"
        optional
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        hint="Its words and everything said of it stay on record; it can be restored."
      />
    </Statement>
  )
}

type AddClauseProps = {
  readonly section: SectionId
  readonly after: ClauseId | undefined
  readonly negotiation: Negotiation
  readonly onClose: () => void
}

/** A new, empty clause: after another one, or as the first of its section. Its words are open once it is there. */
export function AddClause({ section, after, negotiation, onClose }: AddClauseProps) {
  const [kind, setKind] = useState(() => negotiation.clauses.find(({ clause }) => clause === after)?.kind ?? kindIn(negotiation, section))
  const [heading, setHeading] = useState('')
  const room = useRoom()
  const attention = useAttentionStore()
  const [since] = useState(() => room.view().record.head.seq)

  /** Whoever adds a clause means to write it; who holds no pen there has it in hand. */
  function begin() {
    const { negotiation: now, speaker } = room.view()
    const clause = addedSince(room, since).at(-1)
    if (clause === undefined || speaker === undefined) return
    if (mayWrite(now, speaker, { kind: 'clause', clause })) attention.edit(clause, 'start')
    else goTo(attention, clause)
  }

  const title = after === undefined ? 'Add a clause, first in this section' : `Add a clause after ${clauseName(negotiation, after)}`
  return (
    <Statement
      title={title}
      command="clause.add"
      input={{ section, kind, heading: heading.trim(), ...(after !== undefined && { after }) }}
      negotiation={negotiation}
      submit="Add the clause"
      onDone={begin}
      onClose={onClose}
    >
      <div className={styles.two}>
        <TextField label="Heading" value={heading} onChange={({ target }) => setHeading(target.value)} />
        <KindField kind={kind} onChoose={setKind} />
      </div>
    </Statement>
  )
}
