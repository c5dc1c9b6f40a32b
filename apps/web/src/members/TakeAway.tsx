/** Taking a seat away: what happens then, and the reason for the record. */
import { beginsAnew, type NegotiationId, type Party, type Seat } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import { TextField } from '../design/Field.tsx'
import { notify } from '../design/Toast.tsx'
import { faultWords } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { useView } from '../table/useView.ts'
import { Asking } from './Asking.tsx'
import { newcomerSentence } from './newcomer-words.ts'
import styles from './Members.module.css'

type TakeAwayProps = { readonly negotiation: NegotiationId; readonly party: Party; readonly seat: Seat; readonly onDone: () => void }

export function TakeAway({ negotiation, party, seat, onDone }: TakeAwayProps) {
  const [reason, setReason] = useState('')

  const record = useView((view) => view.negotiation)
  const own = useView((view) => view.speaker?.party.party)
  const leavesToYou = seat.role === 'head' && own !== undefined && beginsAnew(record, party.party, own)

  async function send() {
    const outcome = await server.takeSeatAway(negotiation, seat.seat, reason.trim(), tokenFor(negotiation))
    if (!outcome.ok) return faultWords(outcome.fault)
    notify(`${seat.name} has no seat for ${party.shortName} any more.`)
    onDone()
    return undefined
  }

  return (
    <Asking title={`Take the seat of ${seat.name} away`} submit="Take the seat away" danger onSubmit={send} onClose={onDone}>
      <TextField
        label="Reason"
        optional
        value={reason}
        autoComplete="off"
        hint="On record, for everybody at the table."
        onChange={(event) => setReason(event.target.value)}
      />
      <ul className={styles.consequences}>
        <li>Whoever sits there loses the connection within a second, in every room. They can still copy what they had not sent.</li>
        <li>Links for the seat open nothing any more.</li>
        <li>
          What was said from the seat stays on record under {seat.name}. The positions of {party.shortName} stand.
        </li>
        <li>The seat is not given again. Whoever comes after gets one of their own.</li>
        {leavesToYou ? (
          <li>
            You then give the head’s seat of {party.shortName} again. {newcomerSentence(party, 'whoever you seat')}
          </li>
        ) : null}
      </ul>
    </Asking>
  )
}
