/** Another role for somebody in the same party. */
import { SeatRole, type Party, type Seat } from '@entente/agreement'
import { useState } from 'react'
import { Select } from '../design/Field.tsx'
import { notify } from '../design/Toast.tsx'
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { bindingSentence, rightsSentence, roleWord } from '../sign-in/role-words.ts'
import { capital } from '../table/naming.ts'
import { Asking } from './Asking.tsx'
import styles from './Members.module.css'

type ChangeRoleProps = { readonly party: Party; readonly seat: Seat; readonly onDone: () => void }

export function ChangeRole({ party, seat, onDone }: ChangeRoleProps) {
  const room = useRoom()
  const [role, setRole] = useState<SeatRole>(seat.role)

  async function send() {
    const answer = await room.submit('seat.move', { seat: seat.seat, party: party.party, role })
    if (!answer.ok) return complaint(answer.refusal, room.view().negotiation)
    notify(`${seat.name} sits as ${roleWord(role, party.kind)} now.`)
    onDone()
    return undefined
  }

  return (
    <Asking
      title={`The role of ${seat.name}`}
      submit="Change the role"
      missing={role === seat.role ? 'Choose another role first' : undefined}
      onSubmit={send}
      onClose={onDone}
    >
      <Select label="Role" value={role} onChange={(event) => setRole(SeatRole.parse(event.target.value))}>
        {SeatRole.options
          .filter((each) => each !== 'head')
          .map((each) => (
            <option key={each} value={each}>
              {capital(roleWord(each, party.kind))}
            </option>
          ))}
      </Select>
      <ul className={styles.consequences}>
        <li>
          They will read: “{rightsSentence(role, party.kind)} {bindingSentence(role, party)}”
        </li>
        <li>What they were empowered to besides ends. What they said stands.</li>
        <li>The record says so, for everybody at the table.</li>
      </ul>
    </Asking>
  )
}
