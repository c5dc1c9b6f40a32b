/**
 * Applies updates that were inspected and admitted, and holds Yjs to the prediction.
 *
 * The static inspection knows Yjs's internals; this is what notices, on the next update and not in a year, when the two no longer agree.
 */
import * as Y from 'yjs'
import { GateBreach } from './breach.ts'
import type { UpdateFormat } from './decode.ts'
import type { Inspection } from './inspection.ts'
import { locationOf } from './location.ts'

/** An update that was let in, in version 1 unless said otherwise. */
export type Inspected = { readonly update: Uint8Array; readonly inspection: Inspection; readonly format?: UpdateFormat | undefined }

/** What is to happen to the document, and nothing else. */
type Prediction = Pick<Inspection, 'authors' | 'creates'> & { readonly touches: { readonly has: (root: string) => boolean } }

/**
 * Applies the update with `origin` as the transaction's origin. Throws `GateBreach` when anything but the predicted happened; then the
 * document's memory is not to be trusted any more.
 */
export function applyInspected(doc: Y.Doc, update: Uint8Array, inspection: Inspection, origin: unknown, format: UpdateFormat = 'v1'): void {
  applyTogether(doc, [{ update, inspection, format }], origin)
}

/** The same for several in one transaction. More than one must be `typing`, each by another author. */
export function applyTogether(doc: Y.Doc, all: readonly Inspected[], origin: unknown): void {
  const prediction = predictionOf(all)
  const roots = doc.share.size
  // Otherwise Yjs makes them without a kind, and replaces them once somebody asks for them as what they are.
  for (const root of prediction.creates) doc.getXmlFragment(root)
  let transaction: Y.Transaction
  try {
    // Applying inside a transaction of ours hands us the one that Yjs would make itself.
    transaction = Y.transact(
      doc,
      (one) => {
        for (const { update, format } of all) (format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate)(doc, update)
        return one
      },
      origin,
      false,
    )
  } catch (error) {
    throw new GateBreach('apply-threw', { cause: error })
  }
  checkAfter(doc, transaction, prediction, roots)
  // Nobody could say who did it.
  if (all.length > 1 && transaction.deleteSet.clients.size > 0) throw new GateBreach('deletion')
}

/** Compares what a transaction did with what was predicted. `roots` is the number of roots before. Throws `GateBreach`. */
export function checkAfter(doc: Y.Doc, transaction: Y.Transaction, prediction: Prediction, roots: number): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new GateBreach('pending')
  if (!movedAsPredicted(transaction, prediction)) throw new GateBreach('other-authors')
  for (const type of transaction.changed.keys()) {
    if (!prediction.touches.has(locationOf(type).root)) throw new GateBreach('other-roots')
  }
  if (doc.share.size !== roots + prediction.creates.size) throw new GateBreach('new-root')
}

function movedAsPredicted({ beforeState, afterState }: Y.Transaction, { authors }: Prediction): boolean {
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0
    if (clock !== before && authors.get(client)?.to !== clock) return false
  }
  for (const [client, { from, to }] of authors) {
    if ((beforeState.get(client) ?? 0) !== from || afterState.get(client) !== to) return false
  }
  return true
}

function predictionOf(all: readonly Inspected[]): Prediction {
  const [only] = all
  if (only !== undefined && all.length === 1) return only.inspection
  const inspections = all.map(({ inspection }) => inspection)
  return {
    authors: new Map(inspections.flatMap(({ authors }) => [...authors])),
    creates: new Set(inspections.flatMap(({ creates }) => [...creates])),
    touches: new Set(inspections.flatMap(({ touches }) => [...touches.keys()])),
  }
}
