/** Narrowing the journal to a clause, a party, or a kind of statement. */
import { ClauseId, PartyId, type Negotiation } from '@entente/agreement'
import { Select } from '../design/Field.tsx'
import { Panel } from '../design/Panel.tsx'
import { Button } from '../design/Button.tsx'
import { namingOf } from '../table/naming.ts'
import styles from './RecordPage.module.css'
import { everything, type RecordFilter } from './record-filter.ts'
import type { Topic } from './tell.ts'

const topics: readonly { readonly topic: Topic; readonly words: string }[] = [
  { topic: 'positions', words: 'Positions and packages' },
  { topic: 'text', words: 'Text and clauses' },
  { topic: 'comments', words: 'Comments' },
  { topic: 'milestones', words: 'Milestones' },
  { topic: 'procedure', words: 'Procedure' },
]

type RecordFiltersProps = {
  readonly negotiation: Negotiation
  readonly filter: RecordFilter
  readonly onChange: (filter: RecordFilter) => void
}

export function RecordFilters({ negotiation, filter, onChange }: RecordFiltersProps) {
  const { numbers } = namingOf(negotiation)
  return (
    <Panel
      title="Show"
      actions={
        filter === everything ? undefined : (
          <Button look="ghost" size="small" onClick={() => onChange(everything)}>
            Everything
          </Button>
        )
      }
    >
      <div className={styles.filters}>
        <Select
          label="Clause"
          value={filter.clause ?? ''}
          onChange={(event) => onChange({ ...filter, clause: event.target.value === '' ? undefined : ClauseId.parse(event.target.value) })}
        >
          <option value="">All clauses</option>
          {negotiation.clauses.map(({ clause, heading }) => (
            <option key={clause} value={clause}>
              {numbers.get(clause) ?? 'Withdrawn:'} {heading}
            </option>
          ))}
        </Select>
        <Select
          label="Party"
          value={filter.party ?? ''}
          onChange={(event) => onChange({ ...filter, party: event.target.value === '' ? undefined : PartyId.parse(event.target.value) })}
        >
          <option value="">All parties</option>
          {[...negotiation.parties.values()].map(({ party, shortName }) => (
            <option key={party} value={party}>
              {shortName}
            </option>
          ))}
        </Select>
        <Select
          label="About"
          value={filter.topic ?? ''}
          onChange={(event) => onChange({ ...filter, topic: topics.find(({ topic }) => topic === event.target.value)?.topic })}
        >
          <option value="">Everything</option>
          {topics.map(({ topic, words }) => (
            <option key={topic} value={topic}>
              {words}
            </option>
          ))}
        </Select>
      </div>
    </Panel>
  )
}
