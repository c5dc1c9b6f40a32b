/** Duplicating a clause: what the copy has, and what stays with the first. */
import type { ClauseView } from '../clause/useClause.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'
import styles from './Structure.module.css'

export function DuplicateForm({
  view: { clause, negotiation, reading },
  onClose,
}: {
  readonly view: ClauseView
  readonly onClose: () => void
}) {
  return (
    <Statement
      title={`Duplicate ${clauseName(negotiation, clause.clause)}`}
      command="clause.duplicate"
      input={{ clause: clause.clause, on: reading.fingerprint }}
      negotiation={negotiation}
      submit="Add the duplicate"
      onClose={onClose}
    >
      <p className={styles.note}>
        A clause with the same heading and words is added after it. Positions, comments, amendments and milestones stay with the first.
      </p>
    </Statement>
  )
}
