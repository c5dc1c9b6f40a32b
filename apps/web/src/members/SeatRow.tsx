/** One seat: who, in what place, how it stands, and what can be done about it by whoever looks. */
import { barredFromRelinking, may, powersOf, type Negotiation, type Party, type Seat, type Speaker } from '@entente/agreement'
import { server } from '../api/server.ts'
import type { MemberLine } from '../api/shapes.ts'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { momentInFull } from '../design/moment.ts'
import { Tag } from '../design/Tag.tsx'
import { complain, notify } from '../design/Toast.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { roleWord } from '../sign-in/role-words.ts'
import { disempower, empower, handOver, leaveTable, verifyCredentials } from './deeds.ts'
import type { Doing } from './MembersPage.tsx'
import styles from './Members.module.css'
import { seatState, stateWords } from './seat-state.ts'

type SeatRowProps = {
  readonly party: Party
  readonly seat: Seat
  readonly negotiation: Negotiation
  readonly speaker: Speaker
  readonly here: boolean
  /** What only those who answer for the seat are told. */
  readonly line: MemberLine | undefined
  readonly barred: string | undefined
  readonly onDo: (doing: Doing) => void
  readonly onChanged: () => void
}

export function SeatRow(props: SeatRowProps) {
  const { party, seat, negotiation, speaker, here, line } = props
  const state = seatState(negotiation, seat, line)
  const credentials = negotiation.credentials.get(seat.seat)
  return (
    <li className={styles.seat} data-seat={seat.seat}>
      <div className={styles.who}>
        <b>{seat.name}</b>
        {seat.seat === speaker.seat.seat ? <small> you</small> : null}
        <span className={styles.role}>{placeWords(roleWord(seat.role, party.kind), seat.title)}</span>
      </div>
      <div className={styles.state} data-state={state.is}>
        <span>
          {here ? <span className={styles.here}>Here now. </span> : null}
          {stateWords(state)}
          {line?.invitation?.expects === undefined ? '' : `, for ${line.invitation.expects} only`}
        </span>
        {negotiation.empowered.has(seat.seat) ? <Tag icon="sign">May bind {party.shortName}</Tag> : null}
        {credentials === undefined ? null : (
          <span title={`Recorded ${momentInFull(credentials.said.at)}`}>
            <Tag icon="check">Full powers seen</Tag>
          </span>
        )}
      </div>
      <SeatMenu {...props} />
    </li>
  )
}

function SeatMenu({ party, seat, negotiation, speaker, line, barred, onDo, onChanged }: SeatRowProps) {
  const own = seat.seat === speaker.seat.seat
  const leads = speaker.seat.role === 'head' && seat.party === speaker.party.party && !own
  const answers = line !== undefined && !own
  const link = line?.invitation
  const opened = negotiation.opened?.negotiation
  const mayBeEmpowered = leads && seat.role !== 'head' && seat.role !== 'observer' && powersOf(party.kind, 'head').includes('bind')

  async function withdrawLink(id: string) {
    if (opened === undefined) return
    const outcome = await server.withdrawLink(opened, id, tokenFor(opened))
    if (outcome.ok) notify(`The link for ${seat.name} opens nothing any more.`)
    else complain(explainFault(outcome.fault).what)
    onChanged()
  }

  const items = [
    answers && barredFromRelinking(negotiation, speaker, seat) === undefined ? (
      <MenuItem key="link" icon="link" onClick={() => onDo({ is: 'renewing', party, seat })}>
        {link === undefined && !negotiation.seatsTaken.has(seat.seat) ? 'Make a link…' : 'Make a new link…'}
      </MenuItem>
    ) : null,
    link !== undefined && !link.expired ? (
      <MenuItem key="withdraw" icon="close" onClick={() => void withdrawLink(link.id)}>
        Withdraw the open link
      </MenuItem>
    ) : null,
    mayBeEmpowered && !negotiation.empowered.has(seat.seat) ? (
      <MenuItem key="empower" icon="sign" onClick={() => onDo({ is: 'deed', deed: empower(party, seat) })}>
        Let {seat.name} bind {party.shortName}…
      </MenuItem>
    ) : null,
    mayBeEmpowered && negotiation.empowered.has(seat.seat) ? (
      <MenuItem key="disempower" icon="undo" onClick={() => onDo({ is: 'deed', deed: disempower(party, seat) })}>
        No longer let {seat.name} bind {party.shortName}…
      </MenuItem>
    ) : null,
    may(speaker, 'preside') && !own && party.kind === 'delegation' && !negotiation.credentials.has(seat.seat) ? (
      <MenuItem key="credentials" icon="check" onClick={() => onDo({ is: 'deed', deed: verifyCredentials(party, seat) })}>
        Record full powers as seen…
      </MenuItem>
    ) : null,
    leads && seat.role !== 'head' ? (
      <MenuItem key="role" icon="person" onClick={() => onDo({ is: 'changing-role', party, seat })}>
        Change the role…
      </MenuItem>
    ) : null,
    leads && seat.role !== 'head' ? (
      <MenuItem key="head" icon="forward" onClick={() => onDo({ is: 'deed', deed: handOver(party, seat) })}>
        Hand the head’s seat over to {seat.name}…
      </MenuItem>
    ) : null,
    answers ? (
      <MenuItem key="take" icon="minus" onClick={() => onDo({ is: 'taking-away', party, seat })}>
        Take the seat away…
      </MenuItem>
    ) : null,
    own && seat.role !== 'head' ? (
      <MenuItem key="leave" icon="door" onClick={() => onDo({ is: 'deed', deed: leaveTable() })}>
        Leave this table…
      </MenuItem>
    ) : null,
  ].filter((item) => item !== null)
  if (items.length === 0) return null
  return (
    <Menu look="ghost" icon="more" className={styles.menu} aria-label={`${seat.name}: what can be done`} because={barred}>
      {items}
    </Menu>
  )
}

/** The role, and the title where it says more. */
function placeWords(role: string, title: string | undefined): string {
  if (title === undefined || title === '') return role
  return title.toLowerCase().includes(role) ? title : `${role}, ${title}`
}
