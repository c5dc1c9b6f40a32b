/** Who can read what, in short, beside the list of those who sit here. */
import { headsOf, type Negotiation, type Speaker } from '@entente/agreement'
import { Link } from 'wouter'
import { Panel } from '../design/Panel.tsx'
import styles from './Members.module.css'

export function Privacy({ negotiation, speaker }: { readonly negotiation: Negotiation; readonly speaker: Speaker }) {
  const { party } = speaker
  const [head] = headsOf(negotiation, party.party)
  return (
    <Panel title="Who can read what">
      <ul className={styles.consequences}>
        <li>Everybody who sits here reads the table: the text, the positions, the record.</li>
        {party.kind === 'delegation' ? (
          <li>
            The caucus of {party.shortName} is open to its own seats alone
            {head !== undefined && negotiation.seatsTaken.has(head.seat) ? `, which ${head.name} gives.` : '.'}
          </li>
        ) : null}
        <li>Whoever runs the server can read its database.</li>
      </ul>
      <p className={styles.more}>
        <Link href="/privacy">What is private, and what the record keeps</Link>
      </p>
    </Panel>
  )
}
