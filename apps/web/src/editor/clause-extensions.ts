/**
 * What the editor of one clause is made of: the shared schema, the binding to the clause's root, undo of one's own edits, and what it shows
 * beside the words. The Tab key leaves the editor: it belongs to whoever moves through the page.
 */
import { Extension, type Editor, type Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Plugin } from '@tiptap/pm/state'
import { extensions } from '@entente/draft/schema'
import type * as Y from 'yjs'
import type { OwnEdits } from './own-edits.ts'
import { wholeCharacters } from './whole-characters.ts'

type Parts = {
  readonly fragment: Y.XmlFragment
  readonly undoManager: OwnEdits
  /** What it shows and tells beside the words. */
  readonly plugins: readonly Plugin[]
}

export function clauseExtensions({ fragment, undoManager, plugins }: Parts): Extensions {
  return [
    ...extensions.map((extension) => (extension.name === 'listItem' ? extension.extend({ addKeyboardShortcuts: listKeys }) : extension)),
    Collaboration.configure({ fragment, yUndoOptions: { undoManager } }),
    Extension.create({ name: 'beside', addProseMirrorPlugins: () => [wholeCharacters(), ...plugins] }),
  ]
}

/**
 * Enter makes the next item; a list is set in and out with the bracket keys, as in a word processor's outline. These are never left to the browser:
 * outside of a list Firefox would go a page back.
 */
function listKeys(this: { readonly editor: Editor }) {
  return {
    Enter: () => this.editor.commands.splitListItem('listItem'),
    'Mod-]': () => this.editor.commands.sinkListItem('listItem') || true,
    'Mod-[': () => this.editor.commands.liftListItem('listItem') || true,
  }
}
