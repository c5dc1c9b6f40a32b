/** A link that was just made: shown this once, because the server keeps only its hash. */
import type { InvitationLink } from '../api/shapes.ts'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { momentInFull } from '../design/moment.ts'
import styles from './Members.module.css'

export function LinkShown({ link, onClose }: { readonly link: InvitationLink; readonly onClose: () => void }) {
  return (
    <Dialog
      title={`The link for ${link.name}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <CopyButton copies={link.url} look="primary" done="Copied">
            Copy link
          </CopyButton>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          <code className={styles.url}>{link.url}</code>
        </p>
        <p className={styles.note}>
          It works once, until {momentInFull(link.expires)}. It is shown this once: the server keeps no copy. If it is lost, make a new one.
        </p>
      </div>
    </Dialog>
  )
}
