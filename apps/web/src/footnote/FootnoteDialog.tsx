/** Writes a footnote, or changes one: one line of plain text. */
import { MAX_FOOTNOTE } from '@entente/agreement'
import { FootnoteValue } from '@entente/draft'
import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextArea } from '../design/Field.tsx'
import { useFirstField } from '../position/useFirstField.ts'
import styles from './FootnoteDialog.module.css'

type FootnoteDialogProps = {
  /** What it says now; undefined for a new one. */
  readonly was: string | undefined
  readonly onSave: (text: string) => void
  readonly onRemove?: (() => void) | undefined
  readonly onClose: () => void
}

export function FootnoteDialog({ was, onSave, onRemove, onClose }: FootnoteDialogProps) {
  const form = useFirstField()
  const [written, setWritten] = useState(was ?? '')
  const text = written.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  const because =
    text === '' ? 'Write the footnote first' : FootnoteValue.safeParse({ text }).success ? undefined : 'The footnote is too long'

  function send(event: FormEvent) {
    event.preventDefault()
    if (because === undefined) onSave(text)
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }

  return (
    <Dialog title={was === undefined ? 'New footnote' : 'Change the footnote'} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={send}>
        <TextArea
          label="Footnote"
          hint={`Plain text, at most ${MAX_FOOTNOTE.toLocaleString('en')} characters. It is part of the words that are agreed.`}
          value={written}
          maxLength={MAX_FOOTNOTE}
          rows={4}
          dir="auto"
          onKeyDown={onKeyDown}
          onChange={({ target }) => setWritten(target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" {...(because !== undefined && { because })}>
            {was === undefined ? 'Put it in' : 'Change it'}
          </Button>
          {onRemove === undefined ? null : <Button onClick={onRemove}>Remove the footnote</Button>}
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
