/** A party that is invited after the talks have begun, and the link for its head. */
import { PartyId, PartyKind, type NegotiationId, type SeatRole } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import type { InvitationLink } from '../api/shapes.ts'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { codeFor, seatName } from '../open/form.ts'
import { kindWords } from '../open/kind-words.ts'
import { faultWords } from '../refusal/explain-fault.ts'
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { useView } from '../table/useView.ts'
import { Asking } from './Asking.tsx'
import { LinkShown } from './LinkShown.tsx'
import styles from './Members.module.css'

export function NewParty({ negotiation, onDone }: { readonly negotiation: NegotiationId; readonly onDone: () => void }) {
  const room = useRoom()
  const record = useView((view) => view.negotiation)
  const [name, setName] = useState('')
  const [typed, setCode] = useState('')
  const [kind, setKind] = useState<PartyKind>('delegation')
  const [required, setRequired] = useState(true)
  const [made, setMade] = useState<InvitationLink>()
  if (made !== undefined) return <LinkShown link={made} onClose={onDone} />

  const called = name.trim()
  const code = typed.trim() || codeFor(called, record.parties.size)
  const role: SeatRole = kind === 'observer' ? 'observer' : 'head'

  async function send() {
    const party = {
      party: code,
      kind,
      name: called,
      shortName: called,
      required: required && kind === 'delegation',
      languages: record.opened === undefined ? [] : [record.opened.cover.referenceLanguage],
    }
    // A second try, after the party was seated and the link was not made, goes on where the first one stopped.
    if (!record.parties.has(PartyId.parse(code))) {
      const answer = await room.submit('party.seat', party)
      if (!answer.ok) return complaint(answer.refusal, room.view().negotiation)
    }
    const seat = { party: PartyId.parse(code), role, name: seatName({ key: '', role, name: '' }, { kind, shortName: called }) }
    const outcome = await server.giveSeat(negotiation, seat, tokenFor(negotiation))
    if (outcome.ok) {
      setMade(outcome.value)
      return undefined
    }
    return faultWords(outcome.fault)
  }

  const missing = called === '' ? 'Name the party' : !PartyId.safeParse(code).success ? 'The code is letters and digits' : undefined
  return (
    <Asking title="Invite another party" submit="Seat the party" missing={missing} onSubmit={send} onClose={onDone}>
      <TextField label="Name" value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      <div className={styles.two}>
        <TextField
          label="Code"
          value={typed}
          placeholder={called === '' ? '' : code}
          maxLength={6}
          autoComplete="off"
          onChange={(event) => setCode(event.target.value.toUpperCase())}
        />
        <Select label="Sits as" value={kind} onChange={(event) => setKind(PartyKind.parse(event.target.value))}>
          {PartyKind.options.map((each) => (
            <option key={each} value={each}>
              {kindWords(each)}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox
        label="Consent required"
        checked={required && kind === 'delegation'}
        disabled={kind !== 'delegation'}
        onChange={(event) => setRequired(event.target.checked)}
      />
      <ul className={styles.consequences}>
        {required && kind === 'delegation' ? <li>Clauses that are agreed now wait for this party’s consent as well.</li> : null}
        <li>Its silence never counts for what was asked before it sat at the table.</li>
        <li>You get a link for {role === 'head' ? 'its head, who then gives the other seats' : 'its observer'}.</li>
      </ul>
    </Asking>
  )
}
