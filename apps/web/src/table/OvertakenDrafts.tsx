/**
 * Words that went with a paragraph which somebody else removed or moved at the moment they were typed. Nobody refused them and nobody meant
 * to remove them, so whoever typed them is told, and has them on this device to be copied, then dismissed.
 */
import type { OvertakenDraft } from '@entente/sync/client'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { complain } from '../design/Toast.tsx'
import { useRoom } from '../room/useRoom.ts'
import { KeptWords } from './KeptWords.tsx'
import { since } from './kept-since.ts'
import { textName } from './naming.ts'
import { typedWords } from './overtaken-words.ts'
import styles from './RefusedDrafts.module.css'
import { useAdded } from './useAdded.ts'
import { useView } from './useView.ts'

export function OvertakenDrafts() {
  const room = useRoom()
  const overtaken = useView((view) => view.overtaken)
  useAdded(overtaken, (added) => {
    for (const root of new Set(added.map((draft) => draft.root)))
      complain(
        `Words you typed in ${textName(room.view().negotiation, root)} went with a paragraph that somebody removed or moved. They are kept at the top of the page.`,
      )
  })
  if (overtaken.length === 0) return null
  return (
    <div className={styles.drafts}>
      {overtaken.map((draft) => (
        <Banner
          key={draft.id}
          actions={
            <>
              <CopyButton copies={typedWords(draft)}>Copy your words</CopyButton>
              <Button onClick={() => room.dismiss(draft.id)}>Dismiss</Button>
            </>
          }
        >
          <OvertakenWords draft={draft} />
        </Banner>
      ))}
    </div>
  )
}

function OvertakenWords({ draft: { root, stretches, at } }: { readonly draft: OvertakenDraft }) {
  const where = useView((view) => textName(view.negotiation, root))
  return (
    <>
      <b>Words you typed in {where} are no longer in the text</b> ({since(at)}). Somebody removed or moved the paragraph they stood in
      before your words had reached them, as far as this page can tell. If they are still needed, copy them and put them where they belong
      now:
      <KeptWords>{stretches.map(({ text, typed }, place) => (typed ? <ins key={place}>{text}</ins> : text))}</KeptWords>
    </>
  )
}
