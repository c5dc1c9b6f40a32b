/** Words the server did not take, kept on this device so that nobody loses what they wrote: to be copied, then dismissed. */
import { isClosed } from '@entente/agreement'
import type { RefusedDraft } from '@entente/sync/client'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { useRoom } from '../room/useRoom.ts'
import { KeptWords } from './KeptWords.tsx'
import { since } from './kept-since.ts'
import { textName } from './naming.ts'
import styles from './RefusedDrafts.module.css'
import { useView } from './useView.ts'

export function RefusedDrafts() {
  const room = useRoom()
  const refused = useView((view) => view.refused)
  if (refused.length === 0) return null
  return (
    <div className={styles.drafts}>
      {refused.map((draft) => (
        <Banner
          key={draft.id}
          actions={
            <>
              <CopyButton copies={draft.text}>Copy the words</CopyButton>
              <Button onClick={() => room.dismiss(draft.id)}>Dismiss</Button>
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
          <b>Since the server was restored, {where} reads otherwise.</b> Nothing was merged. As it read here until {since(at)}:
        </>
      ) : code === 'full' ? (
        <>
          <b>What you typed in {where} was not accepted</b> ({since(at)}): the text is as long as this room can hold. Take words away, or
          carry on in another negotiation. Your words, as they stood here:
        </>
      ) : isClosed(negotiation) ? (
        <>
          <b>What you typed in {where} came after this room was closed</b> ({since(at)}), and was sent to nobody. Your words, as they stood
          here:
        </>
      ) : (
        <>
          <b>What you typed in {where} was not accepted</b> ({since(at)}). The text shows what stands at the table. Your words, as they
          stood here:
        </>
      )}
      <KeptWords>{text === '' ? '(no words)' : text}</KeptWords>
    </>
  )
}
