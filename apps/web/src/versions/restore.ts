/** Puts other words in place, as an ordinary edit of the person who does it: undone in one step, and on its way like everything typed. */
import { rewriteText, type Text } from '@entente/draft'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { ownEditsIn } from '../editor/own-edits.ts'

/** By root. Touches only what differs, so that what others type meanwhile and comments on words that stay keep their places. */
export function restore(doc: Y.Doc, texts: ReadonlyMap<string, Text>): void {
  const edits = ownEditsIn(doc)
  for (const root of texts.keys()) edits.addToScope(doc.getXmlFragment(root))
  edits.begin()
  doc.transact(() => {
    for (const [root, text] of texts) rewriteText(doc.getXmlFragment(root), text)
  }, ySyncPluginKey)
  edits.begin()
}
