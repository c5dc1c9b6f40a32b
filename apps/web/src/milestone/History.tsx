/** Everything the record says of one milestone, oldest first, each with the number of its entry. */
import type { Entry, Fact, MilestoneId, Negotiation } from '@entente/agreement'
import { Moment } from '../design/Moment.tsx'
import { list } from '../design/status-words.ts'
import { tell } from '../record/tell.ts'
import { partyName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import styles from './History.module.css'

export function History({ milestone, negotiation }: { readonly milestone: MilestoneId; readonly negotiation: Negotiation }) {
  const entries = useView(({ record }) => record.entries)
  const own = entries.filter(({ fact }) => isOf(fact, milestone))
  return (
    <ol className={styles.history}>
      {own.map((entry) => (
        <Line key={entry.seq} {...{ entry, negotiation }} />
      ))}
    </ol>
  )
}

function Line({ entry, negotiation }: { readonly entry: Entry; readonly negotiation: Negotiation }) {
  const { by, deed, more } = tell(entry, negotiation)
  return (
    <li>
      <span className={styles.when}>
        <Moment at={entry.at} /> <small>no. {entry.seq}</small>
      </span>
      <span>
        {by.length === 0 ? 'By rule: ' : `${list(by.map((party) => partyName(negotiation, party)))} `}
        {deed}.{more === undefined ? null : <small>{more}</small>}
      </span>
    </li>
  )
}

function isOf(fact: Fact, milestone: MilestoneId): boolean {
  return ('milestone' in fact && fact.milestone === milestone) || ('milestones' in fact && fact.milestones.includes(milestone))
}
