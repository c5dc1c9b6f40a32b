/** Puts what was pasted into the words, or offers it as clauses. */
import type { Imported } from '@entente/import'
import { Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Text } from '@entente/draft'
import { complain, notify } from '../design/Toast.tsx'
import { clipboardOf, isOwn, pasteOf, type Clipboard } from './clipboard.ts'
import { sliceOfText } from './nodes-of-text.ts'

/** Several clauses that were pasted into one. */
export type Offered = { readonly imported: Imported; readonly text: Text }

/** Answers whether it is done; otherwise the editor takes it in its own way. `offer` answers whether clauses may be offered here. */
export function takePaste(view: EditorView, clipboard: Clipboard, offer: (offered: Offered) => boolean): boolean {
  const paste = pasteOf(clipboard)
  if ('notice' in paste && paste.notice !== undefined) notify(paste.notice)
  switch (paste.is) {
    case 'own':
      return false
    case 'no-words':
      if (paste.notice === undefined) complain('Nothing was put in: there are no words in it.')
      return true
    case 'too-much':
      complain('What you pasted is more than can be read here at once. Paste it in parts, or bring it in as a file.')
      return true
    case 'line':
      view.dispatch(pasting(view.state.tr.insertText(paste.line)))
      return true
    case 'words':
    case 'clauses':
      if (paste.is === 'words' || !offer(paste)) pasteWords(view, paste.text)
      return true
    default:
      return paste satisfies never
  }
}

/** What is dragged here from elsewhere is as pasted where it is let go. Words dragged within the editor are the editor's own. */
export function takeDrop(view: EditorView, { clientX, clientY, dataTransfer }: DragEvent, offer: (offered: Offered) => boolean): boolean {
  const clipboard = clipboardOf(dataTransfer)
  const place = view.posAtCoords({ left: clientX, top: clientY })
  if (view.dragging !== null || isOwn(clipboard.html) || place === null) return false
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))))
  view.focus()
  return takePaste(view, clipboard, offer)
}

/** As words of the clause, where the caret is. */
export function pasteWords(view: EditorView, text: Text): void {
  view.dispatch(pasting(view.state.tr.replaceSelection(sliceOfText(view.state.schema, text))))
}

function pasting(change: Transaction): Transaction {
  return change.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste')
}
