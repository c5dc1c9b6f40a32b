/**
 * Who is at this table, party by party, and what the reader may do about it: invite, replace a link, take a seat away, hand over.
 *
 * The record says who sits where, so everybody reads the same; only whoever answers for a seat is told of its link.
 */
import { may, seatsOf, type NegotiationId, type Party, type Seat } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Banner } from '../design/Banner.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { useRoomView } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import { ChangeRole } from './ChangeRole.tsx'
import { DeedDialog } from './DeedDialog.tsx'
import type { Deed } from './deeds.ts'
import { Invite } from './Invite.tsx'
import styles from './Members.module.css'
import { NewParty } from './NewParty.tsx'
import { PartyPanel } from './PartyPanel.tsx'
import { Privacy } from './Privacy.tsx'
import { RightsPanel } from './RightsPanel.tsx'
import { TakeAway } from './TakeAway.tsx'
import { WithdrawParty } from './WithdrawParty.tsx'
import { useMembers } from './useMembers.ts'

/** What is being done, in a dialog. */
export type Doing =
  | { readonly is: 'inviting'; readonly party: Party }
  | { readonly is: 'renewing'; readonly party: Party; readonly seat: Seat }
  | { readonly is: 'taking-away'; readonly party: Party; readonly seat: Seat }
  | { readonly is: 'changing-role'; readonly party: Party; readonly seat: Seat }
  | { readonly is: 'deed'; readonly deed: Deed }
  | { readonly is: 'party-withdraws'; readonly party: Party }
  | { readonly is: 'seating-a-party' }

export function MembersPage() {
  const { negotiation, assessment, speaker, presence, demo } = useRoomView()
  const id = negotiation.opened?.negotiation
  if (id === undefined || speaker === undefined) return null
  const here = new Set(presence.map(({ seat }) => seat))
  return <Members {...{ id, negotiation, assessment, speaker, here, demo }} />
}

type MembersProps = Pick<ReturnType<typeof useRoomView>, 'negotiation' | 'assessment' | 'demo'> & {
  readonly id: NegotiationId
  readonly speaker: NonNullable<ReturnType<typeof useRoomView>['speaker']>
  readonly here: ReadonlySet<Seat['seat']>
}

function Members({ id, negotiation, assessment, speaker, here, demo }: MembersProps) {
  const [members, again] = useMembers(id)
  const [doing, setDoing] = useState<Doing>()
  const barred = useBarred()
  const lines = members.is === 'here' ? members.value : []
  const presides = may(speaker, 'preside')
  const done = () => {
    setDoing(undefined)
    again()
  }
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>Members</h1>
        {presides ? (
          <Button icon="plus" because={barred} onClick={() => setDoing({ is: 'seating-a-party' })}>
            Invite another party
          </Button>
        ) : null}
      </div>
      {members.is === 'failed' ? (
        <Banner role="alert" icon="warning">
          <b>{explainFault(members.fault).what}</b> The seats are shown as the record has them, without their links.{' '}
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </Banner>
      ) : null}
      {demo ? (
        <p className={styles.note}>
          In the demonstration anybody on this computer may sit down in any seat. Links made here work all the same.
        </p>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.parties}>
          {[...negotiation.parties.values()].map((party) => (
            <PartyPanel
              key={party.party}
              {...{ party, negotiation, assessment, speaker, here, lines, barred }}
              seats={seatsOf(negotiation, party.party)}
              onDo={setDoing}
              onChanged={again}
            />
          ))}
        </div>
        <div className={styles.aside}>
          <RightsPanel speaker={speaker} />
          <Privacy negotiation={negotiation} speaker={speaker} />
        </div>
      </div>
      {doing === undefined ? null : <DoingDialog {...{ doing, negotiation: id, onDone: done }} />}
    </div>
  )
}

type DoingDialogProps = { readonly doing: Doing; readonly negotiation: NegotiationId; readonly onDone: () => void }

function DoingDialog({ doing, negotiation, onDone }: DoingDialogProps) {
  const rest = { negotiation, onDone }
  switch (doing.is) {
    case 'inviting':
      return <Invite party={doing.party} {...rest} />
    case 'renewing':
      return <Invite party={doing.party} seat={doing.seat} {...rest} />
    case 'taking-away':
      return <TakeAway party={doing.party} seat={doing.seat} {...rest} />
    case 'changing-role':
      return <ChangeRole party={doing.party} seat={doing.seat} onDone={onDone} />
    case 'deed':
      return <DeedDialog deed={doing.deed} onDone={onDone} />
    case 'party-withdraws':
      return <WithdrawParty party={doing.party} {...rest} />
    case 'seating-a-party':
      return <NewParty {...rest} />
    default:
      return doing satisfies never
  }
}
