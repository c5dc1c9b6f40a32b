/** References of the whole text that lead nowhere, and where they stand: open matters for whoever drafts. */
import { may, type ClauseId } from '@entente/agreement'
import { useState } from 'react'
import { ClauseLine, ClauseLines } from '../clause/ClauseLines.tsx'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { useView } from '../table/useView.ts'
import { flawedReferences, type FlawedReference } from './flawed-references.ts'
import styles from './FlawedReferences.module.css'

export function FlawedReferences({ onGo }: { readonly onGo: (clause: ClauseId) => void }) {
  const negotiation = useView((view) => view.negotiation)
  const flawed = useView((view) => flawedReferences(view.negotiation, view.readings), same)
  const [listing, setListing] = useState(false)
  const drafts = useView(({ speaker }) => speaker !== undefined && may(speaker, 'draft'))
  if (flawed.length === 0 || !drafts) return null
  return (
    <div className={styles.notice}>
      <Banner
        actions={
          <Button aria-haspopup="dialog" onClick={() => setListing(true)}>
            Show {flawed.length === 1 ? 'it' : 'them'}
          </Button>
        }
      >
        {flawed.length === 1 ? 'One reference leads nowhere' : `${flawed.length} references lead nowhere`}: a clause referred to is not in
        the text.
      </Banner>
      {listing ? (
        <Dialog title="References that lead nowhere" size="medium" onClose={() => setListing(false)}>
          <p>Refer to another clause, or take the reference out.</p>
          <ClauseLines>
            {flawed.map(({ clause, to, flaw }) => (
              <ClauseLine
                key={`${clause} ${to}`}
                {...{ clause, negotiation }}
                onPress={() => {
                  setListing(false)
                  onGo(clause)
                }}
              >
                <span>{flaw}</span>
              </ClauseLine>
            ))}
          </ClauseLines>
        </Dialog>
      ) : null}
    </div>
  )
}

function same(a: readonly FlawedReference[], b: readonly FlawedReference[]): boolean {
  return a.length === b.length && a.every(({ clause, to, flaw }, at) => b[at]?.clause === clause && b[at].to === to && b[at].flaw === flaw)
}
