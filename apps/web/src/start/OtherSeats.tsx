/** The seats besides the heads of delegation: advisers, secretaries, observers, who may do less. */
import type { NegotiationId } from '@entente/agreement'
import { useId } from 'react'
import { routerBase } from '../app/base.ts'
import { Button } from '../design/Button.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { Popover } from '../design/Popover.tsx'
import type { DemoParty } from '../sign-in/demo-parties.ts'
import { openAs } from '../sign-in/identity.ts'
import { roleWord } from '../sign-in/role-words.ts'
import styles from './OtherSeats.module.css'

export function OtherSeats({ negotiation, parties }: { readonly negotiation: NegotiationId; readonly parties: readonly DemoParty[] }) {
  const id = useId()
  if (parties.every(({ seats }) => seats.length === 1)) return null
  return (
    <>
      <Button look="ghost" popoverTarget={id} icon="person">
        Another seat
      </Button>
      <Popover id={id} label="Seats of this demonstration">
        <ul className={styles.seats}>
          {parties.flatMap(({ order, seats }) =>
            seats.map(({ seat, name, role, party }) => (
              <li key={seat}>
                <PartyCode party={party.party} look={{ name: party.shortName, order }} filled />
                <a href={`${routerBase}${openAs(negotiation, seat)}`} target="_blank" rel="noopener">
                  {name}
                </a>
                <small>{roleWord(role, party.kind)}</small>
              </li>
            )),
          )}
        </ul>
      </Popover>
    </>
  )
}
