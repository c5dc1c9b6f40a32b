/** Inviting somebody: a new seat and its link, or a new link for a seat that there is. */
import { beginsAnew, seatsOf, SeatRole, type NegotiationId, type Party, type Seat } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import type { InvitationLink } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Select, TextField } from '../design/Field.tsx'
import { seatName } from '../open/form.ts'
import { faultWords } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { bindingSentence, rightsSentence, roleWord } from '../sign-in/role-words.ts'
import { capital } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import { Asking } from './Asking.tsx'
import { LinkShown } from './LinkShown.tsx'
import { newcomerSentence } from './newcomer-words.ts'
import styles from './Members.module.css'

/** How long a link can be left open, in days. */
const DAYS = [1, 3, 7, 14, 30] as const

type InviteProps = {
  readonly negotiation: NegotiationId
  readonly party: Party
  /** The seat that gets a new link; without one, a new seat is given. */
  readonly seat?: Seat
  readonly onDone: () => void
}

export function Invite({ negotiation, party, seat, onDone }: InviteProps) {
  const record = useView((view) => view.negotiation)
  const own = useView((view) => view.speaker?.party.party)
  const heads = seatsOf(record, party.party).filter(({ role }) => role === 'head')
  const roles = SeatRole.options.filter((role) => role !== 'head' || (heads.length === 0 && party.kind !== 'observer'))
  const [role, setRole] = useState<SeatRole>(roles[0] ?? 'observer')
  const [name, setName] = useState('')
  const [days, setDays] = useState(14)
  const [expects, setExpects] = useState('')
  const [me] = useAnswer(server.me)
  const vouched = me.is === 'here' && me.value.providers.length > 0
  const [made, setMade] = useState<InvitationLink>()
  if (made !== undefined) return <LinkShown link={made} onClose={onDone} />

  async function send() {
    const token = tokenFor(negotiation)
    const terms = { days, ...(expects.trim() !== '' && { expects: expects.trim() }) }
    const called = seatName({ key: '', role, name }, party)
    const outcome =
      seat === undefined
        ? await server.giveSeat(negotiation, { party: party.party, role, name: called, ...terms }, token)
        : await server.renewLink(negotiation, seat.seat, terms, token)
    if (outcome.ok) {
      setMade(outcome.value)
      return undefined
    }
    return faultWords(outcome.fault)
  }

  const begins = own !== undefined && beginsAnew(record, party.party, own)
  const taken = seat !== undefined && record.seatsTaken.has(seat.seat)
  return (
    <Asking
      title={seat === undefined ? `Invite somebody for ${party.shortName}` : `A new link for ${seat.name}`}
      submit="Make the link"
      onSubmit={send}
      onClose={onDone}
    >
      {seat === undefined ? (
        <>
          <Select label="Seat" value={role} onChange={(event) => setRole(SeatRole.parse(event.target.value))}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {capital(roleWord(each, party.kind))}
              </option>
            ))}
          </Select>
          <TextField
            label="Name"
            optional
            value={name}
            autoComplete="off"
            hint="Whoever joins can correct it. The record shows it until then."
            onChange={(event) => setName(event.target.value)}
          />
        </>
      ) : null}
      <Select label="The link is open for" value={days} onChange={(event) => setDays(Number(event.target.value))}>
        {DAYS.map((each) => (
          <option key={each} value={each}>
            {each === 1 ? 'one day' : `${each} days`}
          </option>
        ))}
      </Select>
      {vouched ? (
        <TextField
          label="Only for the e-mail address"
          optional
          value={expects}
          autoComplete="off"
          placeholder="name@mfa.example or @mfa.example"
          hint="The link then opens only for somebody whose organisation vouches for this address, or for one at this domain."
          onChange={(event) => setExpects(event.target.value)}
        />
      ) : null}
      <ul className={styles.consequences}>
        {seat === undefined ? (
          <>
            <li>
              The invitation will say: “{rightsSentence(role, party.kind)} {bindingSentence(role, party)}”
            </li>
            {begins ? <li>{newcomerSentence(party, role === 'head' ? 'the new head' : 'whoever joins')}</li> : null}
            <li>The record says that you gave this seat. Everybody at the table reads it.</li>
          </>
        ) : (
          <>
            <li>Earlier links for this seat open nothing any more.</li>
            {taken ? <li>{seat.name} keeps the seat until the new link is used; then whoever used it sits there instead.</li> : null}
          </>
        )}
        <li>The link works once, for whoever opens it first. Send it to the person alone.</li>
      </ul>
    </Asking>
  )
}
