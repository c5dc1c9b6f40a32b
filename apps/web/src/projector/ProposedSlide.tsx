/** A new clause that is proposed, for a room to read: its words, where it would stand, and who is behind it. */
import { behind, type Insertion, type Negotiation } from '@entente/agreement'
import { useRef } from 'react'
import { proposedPlace } from '../amendment/proposed-in.ts'
import { amendmentRoot } from '../amendment/useAmendments.ts'
import { ClauseText } from '../clause/ClauseText.tsx'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import { Icon } from '../design/Icon.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { useView } from '../table/useView.ts'
import { Proceeding } from './Proceeding.tsx'
import styles from './ProjectorPage.module.css'
import { useFitting } from './useFitting.ts'

export function ProposedSlide({ proposal, negotiation }: { readonly proposal: Insertion; readonly negotiation: Negotiation }) {
  const { amendment, heading, party: author } = proposal
  const doc = useDoc()
  const text = useText(doc, amendmentRoot(amendment))
  const on = useView((view) => view.amended.get(amendment)?.fingerprint)
  const words = useRef<HTMLDivElement>(null)
  useFitting(words)
  return (
    <>
      <header className={styles.head}>
        <h1>
          New clause
          {heading === '' ? null : <span>{heading}</span>}
        </h1>
        <p className={styles.status}>
          <Icon name="brackets" />
          Proposed {proposedPlace(negotiation, proposal)}
        </p>
      </header>
      <div ref={words} className={styles.words} tabIndex={-1}>
        <ClauseText {...{ text, negotiation }} lang={negotiation.opened?.cover.referenceLanguage} />
      </div>
      <footer className={styles.foot}>
        <ul className={styles.positions} aria-label="Who is behind it">
          {behind(negotiation, proposal, on).map((party) => (
            <li key={party}>
              <PartyCode party={party} filled named />
              {party === author ? 'proposes it' : 'supports it'}
            </li>
          ))}
        </ul>
        <Proceeding negotiation={negotiation} />
      </footer>
    </>
  )
}
