/** What one party said of the clause so far, opened from its chip. */
import type { PartyId } from '@entente/agreement'
import { IconButton } from '../design/IconButton.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { History } from '../position/History.tsx'
import { clauseName, partyName } from '../table/naming.ts'
import styles from './PositionHistory.module.css'
import type { ClauseView } from './useClause.ts'

export function PositionHistory({
  view: { clause, negotiation, reading },
  party,
  onClose,
}: {
  readonly view: ClauseView
  readonly party: PartyId
  readonly onClose: () => void
}) {
  return (
    <section
      className={styles.history}
      aria-label={`What ${partyName(negotiation, party)} said of ${clauseName(negotiation, clause.clause)}`}
    >
      <header className={styles.head}>
        <PartyCode party={party} />
        <h4>{partyName(negotiation, party)}</h4>
        <IconButton icon="close" size="small" name="Close the history" onClick={onClose} />
      </header>
      <History negotiation={negotiation} clause={clause.clause} party={party} reading={reading} />
    </section>
  )
}
