/**
 * The path to agreement on one clause or on all: who would have to say what, and what would follow. From what stands on record, never
 * from what a delegation thinks in private; and honest about whether it is the shortest.
 */
import { pathTo, type ClauseId, type Timestamp } from '@entente/agreement'
import { useId, useMemo } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { capital, clauseName, namingOf, partyName } from '../table/naming.ts'
import type { Table } from '../what-if/supposing.ts'
import { deedWords, followsWords, numbers, pathSummary, stateWords } from './move-words.ts'
import { movesOf, suppositionsOf, type Move } from './moves.ts'
import styles from './PathToAgreement.module.css'

type PathToAgreementProps = {
  readonly table: Table
  readonly now: Timestamp
  readonly goal: ClauseId | 'all'
  readonly onGoal: (goal: ClauseId | 'all') => void
  /** Whether positions are supposed: then the path starts from there, and says so. */
  readonly supposed: boolean
  /** Tries the path out. Without it there is nothing to press. */
  readonly onTry?: ((suppositions: ReturnType<typeof suppositionsOf>, brackets: boolean) => void) | undefined
}

export function PathToAgreement({ table, now, goal, onGoal, supposed, onTry }: PathToAgreementProps) {
  const { negotiation, readings, assessment } = table
  const path = useMemo(
    () => pathTo(negotiation, readings, assessment, goal === 'all' ? 'all' : [goal]),
    [negotiation, readings, assessment, goal],
  )
  // Positions taken on trial carry the time of the page; it does not change what follows.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const moves = useMemo(() => movesOf(path, { negotiation, readings, assessment, now }), [path, negotiation, readings, assessment])
  return (
    <Panel title={path.exact && path.steps.length > 0 ? 'Shortest path to agreement' : 'Path to agreement'} className={styles.panel}>
      <Goal table={table} goal={goal} onGoal={onGoal} />
      <p className={styles.note} data-path={path.exact ? 'exact' : 'bound'}>
        {supposed ? 'From what you suppose, not from the record. ' : 'From recorded positions only. '}
        {path.steps.length === 0
          ? assessment.required.length === 0
            ? 'No party’s consent is required, so nothing can be agreed.'
            : 'Nothing stands in the way.'
          : pathSummary(path)}
      </p>
      <ol className={styles.moves}>
        {moves.map((move, index) => (
          <li key={move.by === 'party' ? move.party : 'drafting'} data-move={move.by === 'party' ? move.party : 'drafting'}>
            <span className={styles.count} aria-hidden="true">
              {index + 1}
            </span>
            <MoveView move={move} table={table} />
          </li>
        ))}
      </ol>
      {onTry === undefined || path.steps.length === 0 ? null : (
        <Button
          size="small"
          icon="question"
          onClick={() =>
            onTry(
              suppositionsOf(path.steps),
              path.steps.some(({ do: deed }) => deed === 'close-brackets'),
            )
          }
        >
          Try this path
        </Button>
      )}
    </Panel>
  )
}

function MoveView({ move, table: { negotiation } }: { readonly move: Move; readonly table: Table }) {
  const follows = followsWords(move, negotiation)
  if (move.by === 'drafting') {
    return (
      <p>
        <Glyph shape="brackets" beside /> <b>The brackets in {numbers(move.clauses, negotiation)} are closed.</b> Consent already given to
        the words chosen stands; whoever accepted other words accepts again. {follows}
      </p>
    )
  }
  return (
    <div>
      <p>
        <PartyCode party={move.party} />{' '}
        <b>
          {partyName(negotiation, move.party)} {deedWords(move.steps, negotiation)}.
        </b>{' '}
        {stateWords(move.steps, negotiation)} {follows}
      </p>
      <Steps move={move} negotiation={negotiation} />
    </div>
  )
}

/** The way to each clause the party would have to speak on. */
function Steps({ move, negotiation }: { readonly move: Move & { readonly by: 'party' }; readonly negotiation: Table['negotiation'] }) {
  const { numbers: known } = namingOf(negotiation)
  return (
    <ul className={styles.steps} aria-label={`Clauses ${partyName(negotiation, move.party)} would speak on`}>
      {move.steps.map(({ clause }) => (
        <li key={clause}>
          <Link href={clausePath(negotiation, clause)} title={headingOf(negotiation, clause)}>
            {known.get(clause)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Goal({ table: { negotiation, assessment }, goal, onGoal }: Pick<PathToAgreementProps, 'table' | 'goal' | 'onGoal'>) {
  const id = useId()
  const open = [...assessment.clauses.values()].filter(({ clause, blockers }) => blockers.length > 0 || clause === goal)
  return (
    <p className={styles.goal}>
      <label htmlFor={id}>To agreement on</label>
      <select id={id} value={goal} onChange={({ target }) => onGoal(open.find(({ clause }) => clause === target.value)?.clause ?? 'all')}>
        <option value="all">all clauses</option>
        {open.map(({ clause }) => (
          <option key={clause} value={clause}>
            {capital(clauseName(negotiation, clause))}, {headingOf(negotiation, clause)}
          </option>
        ))}
      </select>
    </p>
  )
}

function headingOf({ clauses }: Table['negotiation'], id: ClauseId): string {
  return clauses.find(({ clause }) => clause === id)?.heading ?? ''
}
