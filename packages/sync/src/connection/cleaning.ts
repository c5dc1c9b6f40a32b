/**
 * Leaves it to the server to clean away marks that have become superfluous.
 *
 * After every change that comes in, Yjs deletes marks that no longer mark anything, and sends that deletion in the name of whoever has
 * merely received the change. The server does the same as soon as it has applied a change, so that nearly always there is nothing left to
 * delete; but a copy that receives several changes at once can see more, and then a person who only reads would appear to write, and be
 * refused. One cleaner is enough.
 */
import type * as Y from 'yjs'

/** Stops a document from cleaning up after changes that come from elsewhere. To be called before the first of them. */
export function leaveCleaningToServer(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
}
