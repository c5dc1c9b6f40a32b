/** The packages on offer beside the matrix, and the way to offer one. */
import { may, type Assessment, type Negotiation, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Panel } from '../design/Panel.tsx'
import { useBarred } from '../table/useBarred.ts'
import { lettersOf } from './letters.ts'
import { OfferPackage } from './OfferPackage.tsx'
import { PackageCard } from './PackageCard.tsx'
import styles from './Packages.module.css'

type PackagesProps = {
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly speaker: Speaker | undefined
  readonly readOnly: boolean
}

export function Packages({ negotiation, assessment, speaker, readOnly }: PackagesProps) {
  const barred = useBarred()
  const [offering, setOffering] = useState(false)
  const offers = speaker !== undefined && !readOnly && may(speaker, 'offer')
  const letters = lettersOf(negotiation)
  if (letters.size === 0 && !offers) return null
  return (
    <Panel
      title="Packages"
      actions={
        offers ? (
          <Button icon="plus" because={barred} onClick={() => setOffering(true)}>
            Offer…
          </Button>
        ) : undefined
      }
    >
      {letters.size === 0 ? <p className={styles.quiet}>None on offer.</p> : null}
      <ul className={styles.packages}>
        {[...letters].map(([id, letter]) => {
          const offered = negotiation.packages.get(id)
          return offered === undefined ? null : (
            <PackageCard key={id} {...{ offered, letter, negotiation, assessment, speaker, readOnly }} />
          )
        })}
      </ul>
      {offering ? <OfferPackage negotiation={negotiation} onClose={() => setOffering(false)} /> : null}
    </Panel>
  )
}
