/** The verifier records a breach: the days in which nothing may happen are counted anew from it. */
import type { Milestone, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Select, TextArea, TextField } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'

const useNote = keeper<string>()

type BreachFormProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly today: string
  readonly onClose: () => void
}

export function BreachForm({ milestone: { milestone, terms }, negotiation, today, onClose }: BreachFormProps) {
  const named = terms.streak?.resetBy ?? []
  const [breach, setBreach] = useState(named[0] ?? '')
  const [day, setDay] = useState(today)
  const [note, keep, clear] = useNote(`breach ${milestone}`, '')
  return (
    <Statement
      title="Record a breach"
      command="milestone.breach"
      input={{ milestone, day, breach: breach.trim(), note: note.trim() }}
      negotiation={negotiation}
      submit="Record the breach"
      onClose={onClose}
      onDone={clear}
      {...(breach.trim() === '' && { missing: 'Say which breach it was' })}
    >
      {named.length === 0 ? (
        <TextField label="What happened" value={breach} onChange={({ target }) => setBreach(target.value)} />
      ) : (
        <Select label="What happened" value={breach} onChange={({ target }) => setBreach(target.value)}>
          {named.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      )}
      <TextField
        type="date"
        label="On which day"
        value={day}
        max={today}
        onChange={({ target }) => setDay(target.value)}
        hint={`The ${terms.streak?.days ?? 0} days are counted anew from there.`}
      />
      <TextArea label="Note" optional rows={2} value={note} onChange={({ target }) => keep(target.value)} />
    </Statement>
  )
}
