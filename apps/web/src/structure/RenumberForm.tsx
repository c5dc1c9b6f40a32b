/** Making the numbers of the clauses consecutive again: which clause would be called what, before it is recorded. */
import { renumberings, type Negotiation } from '@entente/agreement'
import { Statement } from '../statement/Statement.tsx'
import styles from './Structure.module.css'

/** How many changes are listed by themselves. */
const LISTED = 12

export function RenumberForm({ negotiation, onClose }: { readonly negotiation: Negotiation; readonly onClose: () => void }) {
  const changes = renumberings(negotiation)
  const heading = (id: string) => negotiation.clauses.find(({ clause }) => clause === id)?.heading ?? ''
  return (
    <Statement title="Renumber the text" command="text.renumber" input={{}} negotiation={negotiation} submit="Renumber" onClose={onClose}>
      <ul className={styles.changes}>
        {changes.slice(0, LISTED).map(({ clause, from, to }) => (
          <li key={clause}>
            {from} becomes <b>{to}</b>
            {heading(clause) === '' ? '' : `: ${heading(clause)}`}
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {changes.length > LISTED ? `${changes.length - LISTED} more change. ` : ''}
        No consent lapses. References in the text follow; whoever has the old numbers on paper should hear of it.
      </p>
    </Statement>
  )
}
