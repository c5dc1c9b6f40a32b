/** One party of the form: code, name, in what capacity, whether its consent is required, and its seats. */
import { PartyKind } from '@entente/agreement'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { newSeat, type PartyForm } from './form.ts'
import { kindWords } from './kind-words.ts'
import styles from './PartyRow.module.css'
import { SeatRows } from './SeatRows.tsx'

type PartyRowProps = {
  readonly party: PartyForm
  readonly code: string
  readonly order: number
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (party: PartyForm) => void
  readonly onRemove: (() => void) | undefined
}

export function PartyRow({ party, code, order, faults, onChange, onRemove }: PartyRowProps) {
  const { key, name, kind, required, seats } = party
  const called = name.trim() || code
  return (
    <li className={styles.party}>
      <div role="group" aria-label={`Party ${order + 1}: ${called}`}>
        <div className={styles.row}>
          <div className={styles.code}>
            <PartyCode party={code || '–'} look={{ name: called, order }} filled />
          </div>
          <TextField
            label="Name"
            value={name}
            fault={faults.get(`${key}-name`)}
            placeholder={kind === 'delegation' ? 'Name of the State or group' : ''}
            onChange={(event) => onChange({ ...party, name: event.target.value })}
          />
          <TextField
            label="Code"
            value={party.code}
            placeholder={code}
            maxLength={6}
            fault={faults.get(`${key}-code`)}
            onChange={(event) => onChange({ ...party, code: event.target.value.toUpperCase() })}
          />
          <Select
            label="Sits as"
            value={kind}
            onChange={(event) => {
              const chosen = PartyKind.parse(event.target.value)
              onChange({ ...party, kind: chosen, required: chosen === 'delegation' })
            }}
          >
            {PartyKind.options.map((each) => (
              <option key={each} value={each}>
                {kindWords(each)}
              </option>
            ))}
          </Select>
          <IconButton
            icon="close"
            name={`Remove ${called}`}
            className={styles.remove}
            onClick={onRemove}
            {...(onRemove === undefined && { because: 'There must be two parties at least' })}
          />
        </div>
        <div className={styles.below}>
          <Checkbox
            label="Consent required"
            checked={required}
            disabled={kind !== 'delegation'}
            hint={kind === 'delegation' ? undefined : 'Only delegations decide'}
            onChange={(event) => onChange({ ...party, required: event.target.checked })}
          />
          <SeatRows
            party={called}
            kind={kind}
            seats={seats}
            onChange={(next) => onChange({ ...party, seats: next })}
            onAdd={() => onChange({ ...party, seats: [...seats, newSeat(kind === 'observer' ? 'observer' : 'adviser')] })}
          />
        </div>
      </div>
    </li>
  )
}
