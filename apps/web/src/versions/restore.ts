/** Puts earlier words back, as an ordinary edit of the person who does it: it can be undone, and it goes the way of everything typed. */
import { rewriteText, type Text } from '@entente/draft'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { ownEditsIn } from '../editor/own-edits.ts'

/** Touches only what differs, so that what others type meanwhile and comments on words that stay keep their places. */
export function restore(doc: Y.Doc, root: string, text: Text): void {
  const fragment = doc.getXmlFragment(root)
  const edits = ownEditsIn(doc)
  edits.addToScope(fragment)
  edits.begin()
  doc.transact(() => rewriteText(fragment, text), ySyncPluginKey)
  edits.begin()
}
