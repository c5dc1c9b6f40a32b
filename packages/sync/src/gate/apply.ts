/**
 * Applies an update that was inspected and admitted, and holds Yjs to the prediction.
 *
 * The static inspection knows Yjs's internals; this is what notices, on the next update and not in a year, when the two no longer agree.
 */
import * as Y from 'yjs'
import { GateBreach } from './breach.ts'
import type { UpdateFormat } from './decode.ts'
import type { Inspection } from './inspection.ts'
import { locationOf } from './location.ts'

/**
 * Applies the update with `origin` as the transaction's origin. Throws `GateBreach` when anything but the predicted happened; then the
 * document's memory is not to be trusted any more.
 */
export function applyInspected(doc: Y.Doc, update: Uint8Array, inspection: Inspection, origin: unknown, format: UpdateFormat = 'v1'): void {
  const roots = doc.share.size
  // Otherwise Yjs makes them without a kind, and replaces them once somebody asks for them as what they are.
  for (const root of inspection.creates) doc.getXmlFragment(root)
  const apply = format === 'v1' ? Y.applyUpdate : Y.applyUpdateV2
  let transaction: Y.Transaction
  try {
    // Applying inside a transaction of ours hands us the one that Yjs would make itself.
    transaction = Y.transact(
      doc,
      (one) => {
        apply(doc, update)
        return one
      },
      origin,
      false,
    )
  } catch (error) {
    throw new GateBreach('apply-threw', { cause: error })
  }
  checkAfter(doc, transaction, inspection, roots)
}

/** Compares what a transaction did with what was predicted. `roots` is the number of roots before. Throws `GateBreach`. */
export function checkAfter(doc: Y.Doc, transaction: Y.Transaction, inspection: Inspection, roots: number): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new GateBreach('pending')
  if (!movedAsPredicted(transaction, inspection)) throw new GateBreach('other-authors')
  for (const type of transaction.changed.keys()) {
    if (!inspection.touches.has(locationOf(type).root)) throw new GateBreach('other-roots')
  }
  if (doc.share.size !== roots + inspection.creates.size) throw new GateBreach('new-root')
}

function movedAsPredicted({ beforeState, afterState }: Y.Transaction, { authors }: Inspection): boolean {
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0
    if (clock !== before && authors.get(client)?.to !== clock) return false
  }
  for (const [client, { from, to }] of authors) {
    if ((beforeState.get(client) ?? 0) !== from || afterState.get(client) !== to) return false
  }
  return true
}
