/** Puts what was pasted into the words, or offers it as clauses. */
import type { Imported } from '@entente/import'
import type { EditorView } from '@tiptap/pm/view'
import type { Text } from '@entente/draft'
import { complain, notify } from '../design/Toast.tsx'
import { pasteOf, type Clipboard } from './clipboard.ts'
import { sliceOfText } from './nodes-of-text.ts'

/** Several clauses that were pasted into one. */
export type Offered = { readonly imported: Imported; readonly text: Text }

/** Answers whether it is done; otherwise the editor pastes in its own way. `offer` answers whether clauses may be offered here. */
export function takePaste(view: EditorView, clipboard: Clipboard, offer: (offered: Offered) => boolean): boolean {
  const paste = pasteOf(clipboard)
  switch (paste.is) {
    case 'too-much':
      complain('What you pasted is more than can be read here at once. Paste it in parts, or bring it in as a file.')
      return true
    case 'plain':
      if (paste.notice !== undefined) notify(paste.notice)
      return false
    case 'words':
    case 'clauses':
      if (paste.notice !== undefined) notify(paste.notice)
      if (paste.is === 'words' || !offer(paste)) pasteWords(view, paste.text)
      return true
    default:
      return paste satisfies never
  }
}

/** As words of the clause, where the caret is. */
export function pasteWords(view: EditorView, text: Text): void {
  const { state } = view
  view.dispatch(
    state.tr.replaceSelection(sliceOfText(state.schema, text)).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'),
  )
}
