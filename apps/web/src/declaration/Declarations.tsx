/** What parties have put on record about a clause besides their positions. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { Moment } from '../design/Moment.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { partyName } from '../table/naming.ts'
import styles from './Declarations.module.css'

export function Declarations({ negotiation, clause }: { readonly negotiation: Negotiation; readonly clause: ClauseId }) {
  return negotiation.declarations
    .filter((one) => one.clause === clause)
    .map(({ declaration, party, declarationKind, text, said }) => (
      <section key={declaration} className={styles.declaration} aria-label={`Declaration of ${partyName(negotiation, party)}`}>
        <h4 className={styles.head}>
          <PartyCode party={party} />
          {partyName(negotiation, party)}{' '}
          <small>
            {declarationKind.replaceAll('-', ' ')}, <Moment at={said.at} />
          </small>
        </h4>
        <p dir="auto">{text}</p>
      </section>
    ))
}
