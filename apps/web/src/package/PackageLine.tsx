/** That a clause is in a package, told at the clause, with what one's own seat can do with the package. */
import type { ClauseId, Negotiation, Speaker } from '@entente/agreement'
import { list } from '../design/status-words.ts'
import { namingOf, partyName } from '../table/naming.ts'
import { lettersOf } from './letters.ts'
import { Actions } from './PackageCard.tsx'
import styles from './Packages.module.css'

type PackageLineProps = { readonly negotiation: Negotiation; readonly clause: ClauseId; readonly speaker: Speaker | undefined }

export function PackageLine({ negotiation, clause, speaker }: PackageLineProps) {
  const { numbers } = namingOf(negotiation)
  return [...lettersOf(negotiation)].map(([id, letter]) => {
    const offered = negotiation.packages.get(id)
    if (offered === undefined || !offered.clauses.includes(clause)) return null
    const others = offered.clauses.filter((other) => other !== clause).map((other) => numbers.get(other) ?? 'a withdrawn clause')
    return (
      <div key={id} className={styles.line}>
        <p>
          In package {letter}, “{offered.title}”, with {list(others)}, offered by {partyName(negotiation, offered.by)}.{' '}
          {offered.description}
        </p>
        {speaker === undefined ? null : <Actions {...{ offered, negotiation, speaker }} />}
      </div>
    )
  })
}
