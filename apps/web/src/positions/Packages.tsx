/** The packages on offer: clauses meant to close together, and how far each of them is. */
import type { Assessment, Negotiation } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStatus } from '../design/shape.ts'
import { wordOfStatus } from '../design/status-words.ts'
import { namingOf } from '../table/naming.ts'
import styles from './Rail.module.css'

export function Packages({ negotiation, assessment }: { readonly negotiation: Negotiation; readonly assessment: Assessment }) {
  const { numbers } = namingOf(negotiation)
  if (negotiation.packages.size === 0) return null
  return (
    <Panel title="Packages">
      <ul className={styles.packages}>
        {[...negotiation.packages.values()].map(({ package: id, title, by, clauses, description }) => (
          <li key={id}>
            <h3>{title}</h3>
            <p className={styles.offered}>
              Offered by <PartyCode party={by} named />
            </p>
            <ul>
              {clauses.map((clause) => {
                const status = assessment.clauses.get(clause)?.status ?? 'open'
                return (
                  <li key={clause}>
                    <Glyph shape={shapeOfStatus(status)} beside />
                    <span>
                      <b>{numbers.get(clause) ?? 'withdrawn'}</b> {wordOfStatus(status)}
                    </span>
                  </li>
                )
              })}
            </ul>
            {description === '' ? null : <p className={styles.note}>{description}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
