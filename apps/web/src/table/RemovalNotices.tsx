/** Somebody has just deleted much of what others wrote: who, how much and where, with the way there. Whoever did it is not told. */
import type { ClauseId, Negotiation, NegotiationId } from '@entente/agreement'
import { useState } from 'react'
import { announce } from '../design/Announcer.tsx'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { clockOf } from '../design/moment.ts'
import { complain, notify } from '../design/Toast.tsx'
import { whyNotEdit } from '../editor/why-not-edit.ts'
import { removalWords } from '../record/tell/removal.ts'
import { useRoom } from '../room/useRoom.ts'
import { goTo } from './go-to.ts'
import { clauseName, personName } from './naming.ts'
import styles from './RefusedDrafts.module.css'
import { useAttentionStore } from './useAttention.ts'
import { useView } from './useView.ts'

type Removal = Negotiation['removals'][number]

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
              <PutBackButton removal={removal} onDone={() => setSeen(removal.said.seq)} />
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

/** For whoever may type there. Amendments and translations are put back from their own history. */
function PutBackButton({ removal, onDone }: { readonly removal: Removal; readonly onDone: () => void }) {
  const room = useRoom()
  const attention = useAttentionStore()
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker)
  const connection = useView((view) => view.connection)
  const id = negotiation.opened?.negotiation
  const { clause, amendment, language, said } = removal
  if (clause === undefined || amendment !== undefined || language !== undefined || id === undefined) return null
  if (whyNotEdit(clause, { negotiation, speaker, connection, knows: true }) !== undefined) return null

  async function press(where: ClauseId, negotiationId: NegotiationId) {
    const { putBack } = await import('../versions/put-back.ts')
    const outcome = await putBack(room, negotiationId, { clause: where, at: said.at })
    switch (outcome.is) {
      case 'done':
        announce(`The words of ${clauseName(negotiation, where)} are back. Control Z takes that back.`)
        goTo(attention, where)
        return onDone()
      case 'typed-since':
        notify('Others have typed there since, so nothing was put back. Choose the words to put back from the history.')
        return attention.open(where, { is: 'versions' })
      case 'failed':
        return complain(outcome.why)
      default:
        return outcome satisfies never
    }
  }
  return (
    <Button look="primary" onClick={() => void press(clause, id)}>
      Put it back
    </Button>
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
