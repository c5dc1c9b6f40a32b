/** The seats of one party. Each gets an invitation link of its own; a name can wait until the person joins. */
import { SeatRole, type PartyKind } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { roleWord } from '../sign-in/role-words.ts'
import { capital } from '../table/naming.ts'
import { seatName, type SeatForm } from './form.ts'
import styles from './SeatRows.module.css'

type SeatRowsProps = {
  readonly party: string
  readonly kind: PartyKind
  readonly seats: readonly SeatForm[]
  readonly onChange: (seats: readonly SeatForm[]) => void
  readonly onAdd: () => void
}

export function SeatRows({ party, kind, seats, onChange, onAdd }: SeatRowsProps) {
  const replace = (seat: SeatForm) => onChange(seats.map((each) => (each.key === seat.key ? seat : each)))
  return (
    <div className={styles.seats}>
      <ul>
        {seats.map((seat, index) => (
          <li key={seat.key} className={styles.seat}>
            <Select
              label={`Seat ${index + 1} of ${party}: role`}
              hideLabel
              value={seat.role}
              onChange={(event) => replace({ ...seat, role: SeatRole.parse(event.target.value) })}
            >
              {SeatRole.options.map((role) => (
                <option key={role} value={role}>
                  {capital(roleWord(role, kind))}
                </option>
              ))}
            </Select>
            <TextField
              label={`Seat ${index + 1} of ${party}: person`}
              hideLabel
              value={seat.name}
              placeholder={seatName({ ...seat, name: '' }, { kind, shortName: party })}
              onChange={(event) => replace({ ...seat, name: event.target.value })}
            />
            <IconButton
              icon="close"
              size="small"
              name={`Remove seat ${index + 1} of ${party}`}
              onClick={() => onChange(seats.filter(({ key }) => key !== seat.key))}
              {...(seats.length === 1 && { because: 'A party needs a seat' })}
            />
          </li>
        ))}
      </ul>
      <Button look="ghost" size="small" icon="plus" onClick={onAdd}>
        Add seat<VisuallyHidden> for {party}</VisuallyHidden>
      </Button>
    </div>
  )
}
