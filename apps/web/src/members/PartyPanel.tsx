/** One party: its seats and, for whoever may, the way to invite. */
import {
  barredFromSeating,
  may,
  roundsBefore,
  withdrawalOf,
  type Assessment,
  type Negotiation,
  type Party,
  type Seat,
  type Speaker,
} from '@entente/agreement'
import type { MemberLine } from '../api/shapes.ts'
import { Button } from '../design/Button.tsx'
import { Moment } from '../design/Moment.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { Tag } from '../design/Tag.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { kindWords } from '../open/kind-words.ts'
import { consentAfterWithdrawal } from './consent-after-withdrawal.ts'
import { lateWords } from './late.ts'
import type { Doing } from './MembersPage.tsx'
import styles from './Members.module.css'
import { SeatRow } from './SeatRow.tsx'

type PartyPanelProps = {
  readonly party: Party
  readonly seats: readonly Seat[]
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly speaker: Speaker
  readonly here: ReadonlySet<Seat['seat']>
  readonly lines: readonly MemberLine[]
  readonly barred: string | undefined
  readonly onDo: (doing: Doing) => void
  readonly onChanged: () => void
}

export function PartyPanel({ party, seats, negotiation, assessment, speaker, here, lines, barred, onDo, onChanged }: PartyPanelProps) {
  const invites = barredFromSeating(negotiation, speaker, party.party) === undefined
  const withdrawal = withdrawalOf(negotiation, party.party)
  const removable = may(speaker, 'preside') && party.party !== speaker.party.party && seats.length > 0
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
      {withdrawal === undefined ? null : (
        <p className={styles.late}>
          Withdrew from the talks, <Moment at={withdrawal.said.at} />: “{withdrawal.reason}”.{' '}
          {consentAfterWithdrawal(assessment, party).join(' ')}
        </p>
      )}
      {seats.length === 0 ? <p className={styles.none}>Nobody sits for {party.shortName}.</p> : null}
      <ul>
        {seats.map((seat) => (
          <SeatRow
            key={seat.seat}
            {...{ party, seat, negotiation, speaker, barred, onDo, onChanged }}
            here={here.has(seat.seat)}
            line={lines.find((each) => each.seat === seat.seat)}
          />
        ))}
      </ul>
      {removable ? (
        <div className={styles.withdraw}>
          <Button size="small" look="ghost" icon="door" because={barred} onClick={() => onDo({ is: 'party-withdraws', party })}>
            {party.shortName} withdraws from the talks…
          </Button>
        </div>
      ) : null}
      {may(speaker, 'preside') && !invites && party.party !== speaker.party.party ? (
        <p className={styles.late}>
          {party.shortName} has a head at the table, so it gives its own seats: a seat opens its private caucus. You can take a seat away.
        </p>
      ) : null}
    </Panel>
  )
}
