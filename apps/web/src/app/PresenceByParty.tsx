/**
 * Who is at the table now, by delegation: how many are present, never where they look or type. Of one's own delegation the names as well.
 */
import type { Party, PartyId, Seat } from '@entente/agreement'
import { useId } from 'react'
import { Link } from 'wouter'
import { PartyCode } from '../design/PartyCode.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { Popover } from '../design/Popover.tsx'
import { list } from '../design/status-words.ts'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useView } from '../table/useView.ts'
import styles from './PresenceByParty.module.css'
import { seatsPresent } from './seats-present.ts'
import { viewPath } from './views.ts'

/** More parties than this, and only those present are shown in the bar. */
const SHOW_ALL_UP_TO = 6

export function PresenceByParty() {
  const presence = useView((view) => view.presence)
  const parties = useView(({ negotiation }) => negotiation.parties)
  const seats = useView(({ negotiation }) => negotiation.seats)
  const negotiation = useView((view) => view.negotiation.opened?.negotiation)
  const own = useView(({ speaker }) => speaker?.party.party)
  const names = useId()

  const present = seatsPresent(presence)
  const all = [...parties.values()]
  const shown = all.length > SHOW_ALL_UP_TO ? all.filter(({ party }) => present.has(party)) : all
  return (
    <>
      <button type="button" className={styles.presence} popoverTarget={names}>
        <VisuallyHidden>At the table now: </VisuallyHidden>
        {shown.map(({ party }) => (
          <Count key={party} party={party} count={present.get(party)?.size ?? 0} />
        ))}
        {shown.length === 0 ? <span className={styles.nobody}>Nobody here</span> : null}
      </button>
      <Popover id={names} label="At the table now">
        <ul className={styles.list}>
          {all.map((party) => (
            <PartyPresence
              key={party.party}
              party={party}
              own={party.party === own}
              seats={[...(present.get(party.party) ?? [])].flatMap((seat) => seats.get(seat) ?? [])}
            />
          ))}
        </ul>
        {negotiation === undefined ? null : (
          <p className={styles.more}>
            <Link href={viewPath(negotiation, 'members')} onClick={() => document.getElementById(names)?.hidePopover()}>
              Members, invitations and rights
            </Link>
          </p>
        )}
      </Popover>
    </>
  )
}

function Count({ party, count }: { readonly party: PartyId; readonly count: number }) {
  const { name, order } = usePartyLook(party)
  return (
    <span className={styles.party} data-away={count === 0 || undefined} {...partyColour(order)}>
      <span className={styles.code} aria-hidden="true">
        {party}
      </span>
      <span aria-hidden="true">{count === 0 ? '–' : count}</span>
      <VisuallyHidden>
        {name}: {count}.{' '}
      </VisuallyHidden>
    </span>
  )
}

type PartyPresenceProps = { readonly party: Party; readonly seats: readonly Seat[]; readonly own: boolean }

function PartyPresence({ party, seats, own }: PartyPresenceProps) {
  const here = own ? list(seats.map(({ name }) => name)) : `${seats.length} here`
  return (
    <li>
      <PartyCode party={party.party} filled={seats.length > 0} />
      <span>
        <b>{party.shortName}</b>
        <small>{seats.length === 0 ? 'not here' : here}</small>
      </span>
    </li>
  )
}
