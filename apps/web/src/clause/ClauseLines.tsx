/** Clauses to choose from or to go to, a line each: what the clause is called, then words of it. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import type { ReactNode } from 'react'
import { capital, clauseName } from '../table/naming.ts'
import styles from './ClauseLines.module.css'

/** Around the lines. */
export function ClauseLines({ children }: { readonly children: ReactNode }) {
  return <ol className={styles.lines}>{children}</ol>
}

type ClauseLineProps = {
  readonly clause: ClauseId
  readonly negotiation: Negotiation
  readonly onPress: () => void
  readonly children: ReactNode
}

export function ClauseLine({ clause, negotiation, onPress, children }: ClauseLineProps) {
  return <NamedLine {...{ name: capital(clauseName(negotiation, clause)), onPress, children }} />
}

type NamedLineProps = { readonly name: string; readonly onPress: () => void; readonly children: ReactNode }

/** A line for whatever has a name: a clause, an amendment, a clause that is proposed. */
export function NamedLine({ name, onPress, children }: NamedLineProps) {
  return (
    <li>
      <button type="button" className={styles.line} onClick={onPress}>
        <b>{name}</b>
        {children}
      </button>
    </li>
  )
}
