/** A party has withdrawn from the talks: what happens to its seats and to what it accepted, and the reason for the record. */
import { seatsOf, type NegotiationId, type Party } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import { TextField } from '../design/Field.tsx'
import { inWords } from '../design/number-words.ts'
import { notify } from '../design/Toast.tsx'
import { faultWords } from '../refusal/explain-fault.ts'
import { useRoomView } from '../room/useRoom.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { Asking } from './Asking.tsx'
import styles from './Members.module.css'
import { consentAfterWithdrawal } from './consent-after-withdrawal.ts'
import { newcomerSentence } from './newcomer-words.ts'

type WithdrawPartyProps = { readonly negotiation: NegotiationId; readonly party: Party; readonly onDone: () => void }

export function WithdrawParty({ negotiation: id, party, onDone }: WithdrawPartyProps) {
  const { assessment, negotiation } = useRoomView()
  const [reason, setReason] = useState('')

  async function send() {
    const outcome = await server.withdrawParty(id, party.party, reason.trim(), tokenFor(id))
    if (!outcome.ok) return faultWords(outcome.fault)
    notify(`${party.shortName} has withdrawn from the talks.`)
    onDone()
    return undefined
  }

  return (
    <Asking
      title={`${party.name} withdraws from the talks`}
      submit="Take all its seats away"
      danger
      missing={reason.trim() === '' ? 'Give the reason first' : undefined}
      onSubmit={send}
      onClose={onDone}
    >
      <TextField
        label="Reason"
        required
        value={reason}
        autoComplete="off"
        hint="On record, for everybody at the table."
        onChange={(event) => setReason(event.target.value)}
      />
      <ul className={styles.consequences}>
        <li>{whoGoes(seatsOf(negotiation, party.party).length, party)}</li>
        {consentAfterWithdrawal(assessment, party).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>
          You can invite {party.shortName} again later.{' '}
          {negotiation.renewals.has(party.party)
            ? newcomerSentence(party, 'whoever you seat')
            : party.kind === 'delegation'
              ? 'Whoever then sits at its head opens its caucus.'
              : ''}
        </li>
      </ul>
    </Asking>
  )
}

function whoGoes(seats: number, { shortName }: Party): string {
  const all = seats === 1 ? `The seat of ${shortName} is` : `${seats === 2 ? 'Both' : `All ${inWords(seats)}`} seats of ${shortName} are`
  return `${all} taken away. Whoever sits there loses the connection within a second, in every room, and can still copy what they had not sent. Links open nothing any more.`
}
