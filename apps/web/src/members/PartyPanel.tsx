/** One party: its seats, who sits in them, and what can be done about them. */
import { barredFromSeating, may, type Negotiation, type Party, type Seat, type Speaker } from '@entente/agreement'
import { server } from '../api/server.ts'
import type { MemberLine } from '../api/shapes.ts'
import { Button } from '../design/Button.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { Tag } from '../design/Tag.tsx'
import { complain, notify } from '../design/Toast.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { kindWords } from '../open/kind-words.ts'
import { explainFault } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { roleWord } from '../sign-in/role-words.ts'
import { useView } from '../table/useView.ts'
import { lateWords } from './late.ts'
import type { Doing } from './MembersPage.tsx'
import styles from './Members.module.css'
import { seatState, stateWords } from './seat-state.ts'

type PartyPanelProps = {
  readonly party: Party
  readonly seats: readonly Seat[]
  readonly negotiation: Negotiation
  readonly speaker: Speaker
  readonly here: ReadonlySet<Seat['seat']>
  readonly lines: readonly MemberLine[]
  readonly barred: string | undefined
  readonly onDo: (doing: Doing) => void
  readonly onChanged: () => void
}

export function PartyPanel({ party, seats, negotiation, speaker, here, lines, barred, onDo, onChanged }: PartyPanelProps) {
  const invites = barredFromSeating(negotiation, speaker, party.party) === undefined
  const late = useView((view) => lateWords(view.record.entries, view.negotiation, party.party))
  return (
    <Panel
      flush
      title={
        <span className={styles.party}>
          <PartyCode party={party.party} filled={party.party === speaker.party.party} />
          {party.name}
        </span>
      }
      actions={
        <>
          {party.kind === 'delegation' ? null : <Tag>{kindWords(party.kind)}</Tag>}
          {party.required ? <Tag shape="accepts">Consent required</Tag> : null}
          {invites ? (
            <Button size="small" icon="plus" because={barred} onClick={() => onDo({ is: 'inviting', party })}>
              Invite<VisuallyHidden> somebody for {party.shortName}</VisuallyHidden>
            </Button>
          ) : null}
        </>
      }
    >
      {late === undefined ? null : <p className={styles.late}>{late}</p>}
      {seats.length === 0 ? <p className={styles.none}>Nobody sits for {party.shortName}.</p> : null}
      <ul>
        {seats.map((seat) => (
          <SeatRow
            key={seat.seat}
            {...{ party, seat, negotiation, speaker, barred, invites, onDo, onChanged }}
            here={here.has(seat.seat)}
            line={lines.find((each) => each.seat === seat.seat)}
          />
        ))}
      </ul>
      {may(speaker, 'preside') && !invites && party.party !== speaker.party.party ? (
        <p className={styles.late}>
          {party.shortName} has a head at the table, so it gives its own seats: a seat opens its private caucus. You can take a seat away.
        </p>
      ) : null}
    </Panel>
  )
}

type SeatRowProps = Omit<PartyPanelProps, 'seats' | 'here' | 'lines'> & {
  readonly seat: Seat
  readonly here: boolean
  readonly line: MemberLine | undefined
  readonly invites: boolean
}

function SeatRow({ party, seat, negotiation, speaker, here, line, barred, invites, onDo, onChanged }: SeatRowProps) {
  const state = seatState(negotiation, seat, line)
  const own = seat.seat === speaker.seat.seat
  const link = line?.invitation
  const answers = line !== undefined
  const handsOver = speaker.seat.role === 'head' && seat.party === speaker.party.party && !own && seat.role !== 'head'
  const takesAway = answers && !own
  const leaves = own && seat.role !== 'head'
  const does = handsOver || takesAway || leaves || (answers && invites)
  const opened = negotiation.opened?.negotiation

  async function withdrawLink(id: string) {
    if (opened === undefined) return
    const outcome = await server.withdrawLink(opened, id, tokenFor(opened))
    if (outcome.ok) notify(`The link for ${seat.name} opens nothing any more.`)
    else complain(explainFault(outcome.fault).what)
    onChanged()
  }

  return (
    <li className={styles.seat} data-seat={seat.seat}>
      <div className={styles.who}>
        <b>{seat.name}</b>
        {own ? <small> you</small> : null}
        <span className={styles.role}>{placeWords(roleWord(seat.role, party.kind), seat.title)}</span>
      </div>
      <div className={styles.state} data-state={state.is}>
        {here ? <span className={styles.here}>Here now. </span> : null}
        {stateWords(state)}
      </div>
      {does ? (
        <Menu look="ghost" icon="more" className={styles.menu} aria-label={`${seat.name}: what can be done`} because={barred}>
          {answers && invites && !own ? (
            <MenuItem icon="link" onClick={() => onDo({ is: 'renewing', party, seat })}>
              {link === undefined && state.is !== 'taken' ? 'Make a link…' : 'Make a new link…'}
            </MenuItem>
          ) : null}
          {link !== undefined && !link.expired ? (
            <MenuItem icon="close" onClick={() => void withdrawLink(link.id)}>
              Withdraw the open link
            </MenuItem>
          ) : null}
          {handsOver ? (
            <MenuItem icon="forward" onClick={() => onDo({ is: 'handing-over', party, to: seat })}>
              Hand the head’s seat over to {seat.name}…
            </MenuItem>
          ) : null}
          {takesAway ? (
            <MenuItem icon="minus" onClick={() => onDo({ is: 'taking-away', party, seat })}>
              Take the seat away…
            </MenuItem>
          ) : null}
          {leaves ? (
            <MenuItem icon="door" onClick={() => onDo({ is: 'leaving' })}>
              Leave this table…
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
    </li>
  )
}

/** The role, and the title where it says more. */
function placeWords(role: string, title: string | undefined): string {
  if (title === undefined || title === '') return role
  return title.toLowerCase().includes(role) ? title : `${role}, ${title}`
}
