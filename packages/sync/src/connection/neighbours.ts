/**
 * Describes what this person inserts by the neighbours it really has.
 *
 * Undo can describe restored words by two neighbours that never stood side by side, even by two the wrong way round (yjs issue 794). Copies
 * of the text then put them in different places, for ever and without noticing, which is why the gate refuses such an update. So the
 * description is put right before it leaves the document.
 */
import * as Y from 'yjs'

/** Watches the local changes of a document. To be called before the first of them. */
export function keepNeighboursTrue(doc: Y.Doc): void {
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    if (!transaction.local) return
    const structs = doc.store.clients.get(doc.clientID) ?? []
    const before = transaction.beforeState.get(doc.clientID) ?? 0
    let first = structs.length
    while (first > 0 && (structs[first - 1]?.id.clock ?? -1) >= before) first -= 1
    for (const struct of structs.slice(first)) if (struct instanceof Y.Item) describe(struct)
  })
}

function describe(item: Y.Item): void {
  item.origin = keep(item.origin, older(item, item.left, (one) => one.left)?.lastId ?? null)
  item.rightOrigin = keep(item.rightOrigin, older(item, item.right, (one) => one.right)?.id ?? null)
}

/** The nearest neighbour that was there when the item came: all of the same author's with a later clock came after it. */
function older(item: Y.Item, first: Y.Item | null, next: (one: Y.Item) => Y.Item | null): Y.Item | null {
  let one = first
  while (one !== null && one.id.client === item.id.client && one.id.clock > item.id.clock) one = next(one)
  return one
}

/** An id that is right already stays the same object. */
function keep(present: Y.ID | null, wanted: Y.ID | null): Y.ID | null {
  return Y.compareIDs(present, wanted) ? present : wanted
}
