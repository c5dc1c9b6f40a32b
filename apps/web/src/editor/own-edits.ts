/**
 * Undo and redo of one's own typing, over all clauses of a document.
 *
 * There is one manager per document and it outlives the editors, which come and go with the clause in hand. An editor's binding borrows it,
 * and on its way out calls `destroy`; here that gives back only what the binding borrowed.
 */
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Keystrokes within this time are undone together, in milliseconds. */
const CAPTURE = 500

class OwnEdits extends Y.UndoManager {
  /** What the binding of the live editor listens to. */
  #borrowed: (() => void)[] = []

  constructor(doc: Y.Doc) {
    super([], {
      doc,
      trackedOrigins: new Set([ySyncPluginKey]),
      captureTimeout: CAPTURE,
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
      // Words that others wrote into a paragraph one made oneself stay when the paragraph is undone.
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    })
  }

  override on: Y.UndoManager['on'] = (name, listener) => {
    this.#borrowed.push(() => this.off(name, listener))
    return super.on(name, listener)
  }

  override destroy = (): void => {
    for (const giveBack of this.#borrowed) giveBack()
    this.#borrowed = []
  }

  /** The binding asks for this whenever somebody else types nearby, which would cut a word of one's own into single keystrokes. */
  override stopCapturing = (): void => {
    if (this.undoing || this.redoing) super.stopCapturing()
  }

  /** What is typed from here on is undone apart from what was typed before. */
  begin(): void {
    super.stopCapturing()
  }

  /** Calls `listener` with the root an undo or redo changed. Stays until it is stopped, whatever editors do. */
  whenUndone(listener: (root: unknown) => void): () => void {
    const heard: Parameters<typeof this.off<'stack-item-popped'>>[1] = ({ changedParentTypes }) => {
      for (const type of changedParentTypes.keys()) if (type._item === null) listener(type)
    }
    super.on('stack-item-popped', heard)
    return () => this.off('stack-item-popped', heard)
  }
}

export type { OwnEdits }

const managers = new WeakMap<Y.Doc, OwnEdits>()

/** The manager of a document, made on first asking. */
export function ownEditsIn(doc: Y.Doc): OwnEdits {
  const known = managers.get(doc)
  if (known !== undefined) return known
  const made = new OwnEdits(doc)
  managers.set(doc, made)
  return made
}
