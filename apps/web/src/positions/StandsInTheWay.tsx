/** Who can move what: for each party the clauses it holds up and why, from recorded positions only. */
import type { Assessment, ClauseId, Negotiation } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { list } from '../design/status-words.ts'
import { namingOf, partyName } from '../table/naming.ts'
import { moveWords, standInTheWay } from './matrix.ts'
import styles from './Rail.module.css'

export function StandsInTheWay({ negotiation, assessment }: { readonly negotiation: Negotiation; readonly assessment: Assessment }) {
  const { parties, brackets } = standInTheWay(assessment)
  if (parties.length === 0 && brackets.length === 0) return null
  const { numbers } = namingOf(negotiation)
  const numbersOf = (clauses: readonly ClauseId[]) => list(clauses.map((clause) => numbers.get(clause) ?? ''))
  return (
    <Panel title="What stands in the way">
      <p className={styles.note}>From recorded positions only.</p>
      <ul className={styles.items}>
        {parties.map(({ party, moves }) => (
          <li key={party}>
            <PartyCode party={party} />
            <p>
              <b>{partyName(negotiation, party)}</b>{' '}
              {[...moves].map(([why, clauses], index) => (
                <span key={why}>
                  {index === 0 ? '' : '; '}
                  {moveWords(why)} <b>{numbersOf(clauses)}</b>
                </span>
              ))}
              .
            </p>
          </li>
        ))}
        {brackets.length === 0 ? null : (
          <li>
            <Glyph shape="brackets" beside />
            <p>
              <b>Brackets</b> are open in <b>{numbersOf(brackets)}</b>.
            </p>
          </li>
        )}
      </ul>
    </Panel>
  )
}
