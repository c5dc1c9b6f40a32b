/** Gives the selected words a link, changes it or takes it off. Only web and mail addresses: the same rule as in the shared text. */
import { isLink } from '@entente/draft'
import type { Editor } from '@tiptap/core'
import { useState, type FormEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { TextField } from '../design/Field.tsx'
import styles from './ClauseEditor.module.css'
import { focusWords } from './focus-words.ts'

export function LinkForm({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [was] = useState(() => linkOn(editor))
  const [href, setHref] = useState(was ?? 'https://')
  const fault = isLink(href) || href === 'https://' ? undefined : 'An address begins with https:// or mailto:'

  function send(event: FormEvent) {
    event.preventDefault()
    if (!isLink(href)) return
    focusWords(editor)
    editor.chain().extendMarkRange('link').setMark('link', { href }).run()
    onClose()
  }

  return (
    <form className={styles.link} onSubmit={send}>
      <TextField label="Address" hideLabel value={href} fault={fault} onChange={({ target }) => setHref(target.value)} />
      <Button type="submit" {...(!isLink(href) && { because: 'Write an address first' })}>
        Link
      </Button>
      {was === undefined ? null : (
        <Button
          onClick={() => {
            focusWords(editor)
            editor.chain().extendMarkRange('link').unsetMark('link').run()
            onClose()
          }}
        >
          Remove
        </Button>
      )}
      <Button onClick={onClose}>Cancel</Button>
    </form>
  )
}

function linkOn(editor: Editor): string | undefined {
  const href: unknown = editor.getAttributes('link')['href']
  return typeof href === 'string' ? href : undefined
}
