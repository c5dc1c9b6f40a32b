/** A document from what was kept of it: all of it, without a gap, and nothing that is not a text of ours. */
import { bindRoots, parseRoot } from '@entente/draft'
import * as Y from 'yjs'

/** A document without a random name of its own, which nobody asks a document of ours for: drawing one takes Yjs twenty times as long as the rest. */
export function emptyDoc(): Y.Doc {
  return new Y.Doc({ guid: '' })
}

/** Applies stored updates in one go. Answers why they do not make a document, if they do not. */
export function fill(doc: Y.Doc, updates: readonly Uint8Array[]): string | undefined {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
  } catch (error) {
    return `updates: ${error instanceof Error ? error.name : 'unreadable'}`
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'updates: incomplete'
  if (strangeRoots(doc).length > 0) return 'updates: unknown root'
  bindRoots(doc)
  return undefined
}

/** The roots of a document that are not texts of ours. There are none in a document that passed the gate. */
function strangeRoots(doc: Y.Doc): readonly string[] {
  return [...doc.share.keys()].filter((name) => parseRoot(name) === undefined)
}
