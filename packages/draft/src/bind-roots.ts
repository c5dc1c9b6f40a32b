/**
 * Gives every text in a document its Yjs type. What arrives is kept without one until somebody asks for it by name, and asking is a
 * transaction that everybody who listens hears of: done once for all, nobody hears of a text twice.
 */
import type * as Y from 'yjs'
import { parseRoot } from './root.ts'

/** Roots that are not texts of ours stay as they are. Adds nothing that would be sent. */
export function bindRoots(doc: Y.Doc): void {
  doc.transact(() => {
    for (const name of doc.share.keys()) if (parseRoot(name) !== undefined) doc.getXmlFragment(name)
  })
}
