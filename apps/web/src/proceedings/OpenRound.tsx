/** Opens the next round of the talks: its name, what it is for, on which clauses, until when, and who may attend. */
import { Day, type ClauseId } from '@entente/agreement'
import { useState } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { TextArea, TextField } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import { useView } from '../table/useView.ts'
import { ClauseChoice } from './ClauseChoice.tsx'
import styles from './Proceedings.module.css'

export function OpenRound({ next, onClose }: { readonly next: number; readonly onClose: () => void }) {
  const negotiation = useView((view) => view.negotiation)
  const [label, setLabel] = useState('')
  const [symbol, setSymbol] = useState('')
  const [mandate, setMandate] = useState('')
  const [until, setUntil] = useState('')
  const [scope, setScope] = useState<readonly ClauseId[]>([])
  const [access, setAccess] = useState(negotiation.sittings.access)
  const day = Day.safeParse(until)
  const input = {
    label: label.trim(),
    ...(symbol.trim() !== '' && { symbol: symbol.trim() }),
    ...(mandate.trim() !== '' && { mandate: mandate.trim() }),
    ...(scope.length > 0 && { scope }),
    ...(day.success && { until: day.data }),
    access,
  }
  return (
    <Statement
      title={`Open round ${next}`}
      command="round.open"
      input={input}
      negotiation={negotiation}
      submit="Open the round"
      onClose={onClose}
      {...(label.trim() === '' && { missing: 'Give the round a name' })}
    >
      <div className={styles.two}>
        <TextField label="Name" value={label} onChange={({ target }) => setLabel(target.value)} placeholder="Closing round" />
        <TextField label="Document symbol" optional value={symbol} onChange={({ target }) => setSymbol(target.value)} />
      </div>
      <TextArea
        label="Mandate"
        optional
        rows={2}
        value={mandate}
        onChange={({ target }) => setMandate(target.value)}
        hint="What the round is to achieve, in words that everybody reads."
      />
      <TextField
        type="date"
        label="Last day"
        optional
        value={until}
        onChange={({ target }) => setUntil(target.value)}
        hint="The round stays open until you close it."
      />
      <ClauseChoice
        question="On which clauses"
        meaning="None chosen means the whole text. Nobody is kept from speaking of the others."
        chosen={scope}
        onChange={setScope}
      />
      <fieldset className={styles.choices}>
        <legend>Who else attends</legend>
        <Checkbox
          label="Observers"
          checked={access.observers}
          onChange={({ target }) => setAccess({ ...access, observers: target.checked })}
        />
        <Checkbox label="The press" checked={access.press} onChange={({ target }) => setAccess({ ...access, press: target.checked })} />
      </fieldset>
    </Statement>
  )
}
