/**
 * Undo and redo of one's own typing, over all clauses of a document.
 *
 * There is one manager per document and it outlives the editors, which come and go with the clause in hand. An editor's binding borrows it:
 * what the binding would do to it or by it, beyond undoing, is left out here.
 */
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Keystrokes within this time are undone together, in milliseconds. */
const CAPTURE = 500

/** The root that was changed, and where. */
export type Undone = { readonly root: unknown; readonly place: Y.RelativePosition | undefined }

class OwnEdits extends Y.UndoManager {
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

  /**
   * The binding would listen for an undo, to put the caret where it was when the undone words were typed. It would do so at the next change
   * of the text, whoever makes it, and where that place is no longer in the text it throws: the change would be missing from the editor,
   * which would take it out of the text with the next letter.
   */
  override on: Y.UndoManager['on'] = (_name, listener) => listener

  /** The binding asks for this on its way out. */
  override destroy = (): void => undefined

  /** The binding asks for this whenever somebody else types nearby, which would cut a word of one's own into single keystrokes. */
  override stopCapturing = (): void => {
    if (this.undoing || this.redoing) super.stopCapturing()
  }

  /** What is typed from here on is undone apart from what was typed before. */
  begin(): void {
    super.stopCapturing()
  }

  /** Calls `listener` with what an undo or redo changed. Stays until it is stopped, whatever editors do. */
  whenUndone(listener: (undone: Undone) => void): () => void {
    // Told within the transaction: afterwards Yjs no longer says what changed where.
    const heard = ({ origin, changedParentTypes }: Y.Transaction) => {
      if (origin !== this) return
      for (const [root, events] of changedParentTypes) if (root._item === null) listener({ root, place: behind(events.at(-1)) })
    }
    this.doc.on('afterTransaction', heard)
    return () => this.doc.off('afterTransaction', heard)
  }
}

export type { OwnEdits }

/** Where a change ends: behind the last thing it put in or took out; behind all of it where it only marked words. */
function behind(event: Y.YEvent<Y.AbstractType<unknown>> | undefined): Y.RelativePosition | undefined {
  if (event === undefined) return undefined
  let at = 0
  let last: number | undefined
  for (const { retain = 0, insert } of event.changes.delta) {
    at += retain + (typeof insert === 'string' || Array.isArray(insert) ? insert.length : 0)
    if (retain === 0) last = at
  }
  return Y.createRelativePositionFromTypeIndex(event.target, last ?? at, -1)
}

const managers = new WeakMap<Y.Doc, OwnEdits>()

/** The manager of a document, made on first asking. */
export function ownEditsIn(doc: Y.Doc): OwnEdits {
  const known = managers.get(doc)
  if (known !== undefined) return known
  const made = new OwnEdits(doc)
  managers.set(doc, made)
  return made
}
