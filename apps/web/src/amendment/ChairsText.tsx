/** The chair's text of a clause, read as a whole beside the rolling text: side by side where there is room, below it on a phone. */
import type { Negotiation } from '@entente/agreement'
import { ClauseText } from '../clause/ClauseText.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { capital, clauseName } from '../table/naming.ts'
import { isChairsText } from './chairs-text.ts'
import styles from './ChairsText.module.css'
import type { TabledReading } from './useAmendments.ts'
import type { ReactNode } from 'react'

type BesideChairsTextProps = {
  readonly negotiation: Negotiation
  readonly readings: readonly TabledReading[]
  readonly lang: string | undefined
  /** The rolling text, still or in the editor. */
  readonly children: ReactNode
}

export function BesideChairsText({ negotiation, readings, lang, children }: BesideChairsTextProps) {
  const chairs = readings.filter(({ amendment }) => isChairsText(negotiation, amendment))
  // The same element with and without, so that an editor is not mounted anew while somebody types in it.
  return (
    <div className={chairs.length === 0 ? undefined : styles.pair}>
      <div className={styles.rolling}>
        {chairs.length === 0 ? null : <p className={styles.label}>Rolling text</p>}
        {children}
      </div>
      {chairs.map(({ amendment, name, text, parties }) => (
        <aside
          key={amendment.amendment}
          className={styles.chairs}
          aria-label={`Chair’s text of ${clauseName(negotiation, amendment.clause)}`}
          data-apart
        >
          <p className={styles.label}>
            Chair’s text <PartyCode party={amendment.party} />
          </p>
          <ClauseText {...{ text, negotiation, lang }} />
          <p className={styles.note}>
            {capital(name)}, tabled under the chair’s own responsibility. Nobody has agreed to it by its standing here
            {parties.length > 1 ? `; ${parties.length - 1 === 1 ? 'one party supports' : `${parties.length - 1} parties support`} it` : ''}.
          </p>
        </aside>
      ))}
    </div>
  )
}
