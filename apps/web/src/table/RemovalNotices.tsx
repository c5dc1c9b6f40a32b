/** Somebody has just deleted much of what others wrote: who, how much and where, with the way there. Whoever did it is not told. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { clockOf } from '../design/moment.ts'
import { removalWords } from '../record/tell/removal.ts'
import { clauseName, personName } from './naming.ts'
import styles from './RefusedDrafts.module.css'
import { useView } from './useView.ts'

export function RemovalNotices({ onGo }: { readonly onGo: (clause: ClauseId) => void }) {
  const negotiation = useView((view) => view.negotiation)
  const own = useView((view) => view.speaker?.seat.seat)
  // What was removed before this page was open stands in the record.
  const [seen, setSeen] = useState(negotiation.seq)
  const news = negotiation.removals.filter(({ said, author }) => said.seq > seen && author !== own)
  if (news.length === 0) return null
  return (
    <div className={styles.drafts}>
      {news.map((removal) => (
        <Banner
          key={removal.said.seq}
          role="status"
          actions={
            <>
              <GoThere clause={removal.clause} negotiation={negotiation} onGo={onGo} />
              <Button onClick={() => setSeen(removal.said.seq)}>Dismiss</Button>
            </>
          }
        >
          <b>{personName(negotiation, removal.author)}</b> {removalWords(removal, negotiation)} ({clockOf(removal.said.at)}). The words
          before are in the history of the text.
        </Banner>
      ))}
    </div>
  )
}

function GoThere({
  clause,
  negotiation,
  onGo,
}: {
  readonly clause: ClauseId | undefined
  readonly negotiation: Negotiation
  readonly onGo: (clause: ClauseId) => void
}) {
  if (clause === undefined) return null
  return <Button onClick={() => onGo(clause)}>Go to {clauseName(negotiation, clause)}</Button>
}
