/** Names a day that deadlines can count from before anybody knows when it is. */
import type { Negotiation, PartyId } from '@entente/agreement'
import { useState } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { TextField } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import styles from './AnchorsDialog.module.css'

export function NameAnchor({ negotiation, onClose }: { readonly negotiation: Negotiation; readonly onClose: () => void }) {
  const [label, setLabel] = useState('')
  const [presumed, setPresumed] = useState('')
  const [setBy, setSetBy] = useState<readonly PartyId[]>([])
  return (
    <Statement
      title="A new anchor day"
      command="anchor.name"
      input={{ label: label.trim(), ...(presumed !== '' && { presumed }), ...(setBy.length > 0 && { setBy }) }}
      negotiation={negotiation}
      submit="Name it"
      onClose={onClose}
      {...(label.trim() === '' && { missing: 'Give it a name' })}
    >
      <TextField label="Name" value={label} onChange={({ target }) => setLabel(target.value)} placeholder="Implementation Day" />
      <TextField
        type="date"
        label="Presumed day"
        optional
        value={presumed}
        onChange={({ target }) => setPresumed(target.value)}
        hint="For planning. Nothing is overdue by a presumed day."
      />
      <fieldset>
        <legend>Who says when it is, besides the chair</legend>
        <div className={styles.parties}>
          {[...negotiation.parties.values()].map(({ party, shortName }) => (
            <Checkbox
              key={party}
              label={shortName}
              checked={setBy.includes(party)}
              onChange={({ target }) => setSetBy(target.checked ? [...setBy, party] : setBy.filter((one) => one !== party))}
            />
          ))}
        </div>
      </fieldset>
    </Statement>
  )
}
