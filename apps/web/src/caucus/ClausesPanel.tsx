/** What the room keeps of each clause, in the order of the text. Clauses of which nothing is kept are one choice away. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Select } from '../design/Field.tsx'
import { Panel } from '../design/Panel.tsx'
import { namingOf } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import { PrivateClause } from './PrivateClause.tsx'
import styles from './PrivateClauses.module.css'
import type { PrivateKind } from './PrivateRoomPage.tsx'
import { useClosed } from './useClosed.ts'

export function ClausesPanel({ kind }: { readonly kind: PrivateKind }) {
  const negotiation = useView((view) => view.negotiation)
  const [added, setAdded] = useState<readonly ClauseId[]>([])
  const closed = useClosed()
  const standing = negotiation.clauses.filter((clause) => clause.standing.is === 'standing').map(({ clause }) => clause)
  const kept = keptOf(negotiation)
  const shown = standing.filter((clause) => kept.has(clause) || added.includes(clause))
  const others = standing.filter((clause) => !shown.includes(clause))
  return (
    <Panel
      title={kind === 'caucus' ? 'Our lines, by clause' : 'By clause'}
      flush
      actions={
        kind === 'caucus' && !closed ? (
          <span className={styles.aside}>Shown beside the text at the table, to your delegation only</span>
        ) : undefined
      }
    >
      <ul className={styles.clauses}>
        {shown.map((clause) => (
          <li key={clause}>
            <PrivateClause id={clause} kind={kind} />
          </li>
        ))}
      </ul>
      {closed ? (
        shown.length === 0 ? (
          <p className={styles.nothing}>Nothing was kept here.</p>
        ) : null
      ) : (
        <AddClause
          negotiation={negotiation}
          others={others}
          empty={shown.length === 0}
          kind={kind}
          onAdd={(clause) => setAdded([...added, clause])}
        />
      )}
    </Panel>
  )
}

type AddClauseProps = {
  readonly negotiation: Negotiation
  readonly others: readonly ClauseId[]
  readonly empty: boolean
  readonly kind: PrivateKind
  readonly onAdd: (clause: ClauseId) => void
}

function AddClause({ negotiation, others, empty, kind, onAdd }: AddClauseProps) {
  const { numbers } = namingOf(negotiation)
  const [chosen, setChosen] = useState('')
  const clause = others.find((one) => one === chosen)
  if (others.length === 0) return null
  return (
    <div className={styles.add}>
      {empty ? (
        <p>
          {kind === 'caucus'
            ? 'Nothing is kept here yet. Choose a clause to set your delegation’s line on it, to draft other words, or to discuss it.'
            : 'Nothing is kept here yet. Choose a clause to draft other words for it together, or to discuss it.'}
        </p>
      ) : null}
      <Select label="Another clause" hideLabel value={chosen} onChange={({ target }) => setChosen(target.value)}>
        <option value="">Another clause…</option>
        {others.map((one) => (
          <option key={one} value={one}>
            {numbers.get(one)}. {negotiation.clauses.find((each) => each.clause === one)?.heading}
          </option>
        ))}
      </Select>
      <Button
        icon="plus"
        because={clause === undefined ? 'Choose a clause first' : undefined}
        onClick={() => {
          if (clause === undefined) return
          onAdd(clause)
          setChosen('')
        }}
      >
        Work on it
      </Button>
    </div>
  )
}

/** The clauses of which anything is kept in the room. */
function keptOf({ lines, drafts, asks, threads, notes }: Negotiation): ReadonlySet<ClauseId> {
  return new Set([
    ...[...lines].filter(([, line]) => line.size > 0).map(([clause]) => clause),
    ...[...drafts.values()].filter(({ discarded }) => discarded === undefined).map(({ clause }) => clause),
    ...[...asks.values()].filter(({ ended }) => ended === undefined).map(({ clause }) => clause),
    ...[...threads.values()].map(({ clause }) => clause),
    ...notes.flatMap(({ clause, retracted }) => (clause !== undefined && retracted === undefined ? [clause] : [])),
  ])
}
