/** The server was restored from a backup while this tab held its record: since when, what is missing, and that end of the record to keep. */
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { useRoom } from '../room/useRoom.ts'
import styles from './RefusedDrafts.module.css'
import { asText, remainder, sentence } from './restored-words.ts'
import { useView } from './useView.ts'

export function RestoredNotice() {
  const room = useRoom()
  const restored = useView((view) => view.restored)
  const negotiation = useView((view) => view.negotiation)
  const drafts = useView((view) => view.refused.length)
  if (restored === undefined) return null
  return (
    <div className={styles.drafts}>
      <Banner
        role="alert"
        actions={
          <>
            <CopyButton copies={asText(restored, negotiation)}>Copy what this tab had on record</CopyButton>
            <Button onClick={() => room.dismissRestored()}>Dismiss</Button>
          </>
        }
      >
        <b>{sentence(restored)}</b> {remainder(restored, drafts)}
      </Banner>
    </div>
  )
}
