/** Words the server did not take, kept in this tab so that nobody loses what they wrote: to be copied, then dismissed. */
import type { RefusedDraft } from '@entente/sync/client'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { clockOf } from '../design/moment.ts'
import { useRoom } from '../room/useRoom.ts'
import { KeptWords } from './KeptWords.tsx'
import { textName } from './naming.ts'
import styles from './RefusedDrafts.module.css'
import { useView } from './useView.ts'

export function RefusedDrafts() {
  const room = useRoom()
  const refused = useView((view) => view.refused)
  if (refused.length === 0) return null
  return (
    <div className={styles.drafts}>
      {refused.map((draft, index) => (
        <Banner
          key={`${draft.root} ${draft.at}`}
          actions={
            <>
              <CopyButton copies={draft.text}>Copy the words</CopyButton>
              <Button onClick={() => room.dismissRefused(index)}>Dismiss</Button>
            </>
          }
        >
          <RefusedWords draft={draft} />
        </Banner>
      ))}
    </div>
  )
}

function RefusedWords({ draft: { root, text, code, at } }: { readonly draft: RefusedDraft }) {
  const negotiation = useView((view) => view.negotiation)
  const where = textName(negotiation, root)
  return (
    <>
      {code === 'other-epoch' ? (
        <>
          <b>Since the server was restored, {where} reads otherwise.</b> Nothing was merged. As it read here until{' '}
          {clockOf(new Date(at).toISOString())}:
        </>
      ) : code === 'full' ? (
        <>
          <b>What you typed in {where} was not accepted</b> ({clockOf(new Date(at).toISOString())}): the text is as long as this room can
          hold. Take words away, or carry on in another negotiation. Your words, as they stood here:
        </>
      ) : (
        <>
          <b>What you typed in {where} was not accepted</b> ({clockOf(new Date(at).toISOString())}). The text shows what stands at the
          table. Your words, as they stood here:
        </>
      )}
      <KeptWords>{text === '' ? '(no words)' : text}</KeptWords>
    </>
  )
}
