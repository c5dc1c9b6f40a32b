/** One party: its seats and, for whoever may, the way to invite. */
import { barredFromSeating, may, roundsBefore, type Negotiation, type Party, type Seat, type Speaker } from '@entente/agreement'
import type { MemberLine } from '../api/shapes.ts'
import { Button } from '../design/Button.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { Tag } from '../design/Tag.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { kindWords } from '../open/kind-words.ts'
import { lateWords } from './late.ts'
import type { Doing } from './MembersPage.tsx'
import styles from './Members.module.css'
import { SeatRow } from './SeatRow.tsx'

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
  const late = lateWords(roundsBefore(negotiation, party.party))
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
