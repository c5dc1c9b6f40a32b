/** Proposes that a clause be left out: tabled, not done. */
import type { ClauseView } from '../clause/useClause.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'
import styles from './Forms.module.css'

type ProposeDeletionProps = { readonly view: ClauseView; readonly onClose: () => void }

export function ProposeDeletion({ view: { clause, negotiation, reading }, onClose }: ProposeDeletionProps) {
  const name = clauseName(negotiation, clause.clause)
  return (
    <Statement
      title={`Propose to leave ${name} out`}
      command="amendment.table-deletion"
      input={{ clause: clause.clause, on: reading.fingerprint }}
      negotiation={negotiation}
      submit="Table the deletion"
      onClose={onClose}
    >
      <p className={styles.note}>The clause stays in the text, and positions on it count, until the proposal is taken in.</p>
    </Statement>
  )
}
