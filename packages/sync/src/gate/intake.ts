/**
 * Updates that come in one moment, inspected one after the other and applied together.
 *
 * Every transaction of Yjs costs something for each clientID that has ever written in the document, so two hundred people who type at once
 * should not cause two hundred. Only typing is put off: words of one author beside what the document holds, with nothing deleted. The next
 * update is then still inspected against the document as it stands, because what waits can change nothing about the answer: it takes
 * nothing away and moves nothing, and who names none of it has not seen it. Any other update, one that names what waits, and one that
 * would be refused is inspected after what waits has been applied. So whatever is decided is decided before it is applied, on the document
 * that it would be applied to.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { applyTogether, type Inspected } from './apply.ts'
import { inspect, type GateRules } from './inspect.ts'
import type { Inspection } from './inspection.ts'
import type { GateRefusal } from './refusal.ts'
import { without } from './without.ts'

/** What came of an update that was taken: what it changed, in the document's own encoding. */
export type Wrote<By> = { readonly by: By; readonly inspection: Inspection; readonly changed: Uint8Array }

export type Intake<By> = {
  /** What an update would do after all that was taken. Throws `GateBreach`. */
  readonly inspect: (update: Uint8Array, rules: GateRules) => Inspection | GateRefusal
  /** Takes an update that was inspected just now and let in. It is applied at once, or with others at the latest by `settle`. Throws `GateBreach`. */
  readonly take: (taken: Inspected & { readonly by: By }) => void
  /** Applies what waits. Throws `GateBreach`. */
  readonly settle: () => void
  /** Bytes of the updates that wait. */
  readonly waiting: () => number
}

const NONE: Inspection['unseen'] = new Map()

/** Bytes of an update up to which it may be typing. It may be inspected twice, which is not to cost anything. */
const TYPED = 1_024
/** How many updates may wait. */
const MOST = 512

/** `applied` is told what the updates that were applied together changed: each by itself, and all of it as one update. */
export function openIntake<By>(doc: Y.Doc, applied: (wrote: readonly Wrote<By>[], together: Uint8Array) => void): Intake<By> {
  let waiting: (Inspected & { readonly by: By })[] = []
  let authors = new Set<number>()
  let bytes = 0
  /** Why the document is not to be trusted any more. Whoever asks next is told as well: it need not be who owns it that is told first. */
  let broken: { readonly by: unknown } | undefined

  const apply = (all: readonly (Inspected & { readonly by: By })[]) => {
    let together: Uint8Array | undefined
    try {
      together = changedBy(doc, () => applyTogether(doc, all, 'member'), all.length === 1 ? all[0]?.inspection.unseen : undefined)
    } catch (error) {
      broken = { by: error }
      throw error
    }
    if (together === undefined) return
    const wrote = all.map(({ by, inspection }) => ({
      by,
      inspection,
      changed: all.length === 1 ? together : writtenBy(doc, inspection),
    }))
    applied(wrote, together)
  }

  const settle = () => {
    if (broken !== undefined) throw broken.by
    if (waiting.length === 0) return
    const all = waiting
    waiting = []
    authors = new Set()
    bytes = 0
    apply(all)
  }

  return {
    settle,
    waiting: () => bytes,
    inspect(update, rules) {
      if (broken !== undefined || update.byteLength > TYPED) settle()
      const found = inspect(doc, update, rules)
      const independent = found.kind === 'inspection' && found.typing && !found.authors.keys().some((author) => authors.has(author))
      if (waiting.length === 0 || independent) return found
      settle()
      return inspect(doc, update, rules)
    },
    take(taken) {
      const { update, inspection } = taken
      if (!inspection.typing || update.byteLength > TYPED) {
        settle()
        return apply([taken])
      }
      waiting.push(taken)
      for (const author of inspection.authors.keys()) authors.add(author)
      bytes += update.byteLength
      if (waiting.length >= MOST) settle()
    },
  }
}

/**
 * What a change does to a document, in the document's own encoding; undefined when it does nothing.
 *
 * Words that go with the node around them without having been seen are not named in it. They go everywhere as they went here, and whoever
 * typed them can tell: a deletion that names words was made by somebody who had them.
 */
export function changedBy(doc: Y.Doc, change: () => void, unseen: Inspection['unseen'] = NONE): Uint8Array | undefined {
  let changed: Uint8Array | undefined
  const leaveOut = ({ deleteSet }: Y.Transaction) => {
    for (const [client, ranges] of unseen) {
      const named = (deleteSet.clients.get(client) ?? []).flatMap(({ clock, len }) => without({ clock, end: clock + len }, ranges))
      if (named.length === 0) deleteSet.clients.delete(client)
      else
        deleteSet.clients.set(
          client,
          named.map(({ clock, end }) => ({ clock, len: end - clock })),
        )
    }
  }
  const note = (update: Uint8Array) => {
    // One change can be two: Yjs cleans away marks that have become superfluous in a transaction of its own.
    changed = changed === undefined ? update : Y.mergeUpdates([changed, update])
  }
  if (unseen.size > 0) doc.on('afterTransactionCleanup', leaveOut)
  doc.on('update', note)
  try {
    change()
  } finally {
    doc.off('update', note)
    doc.off('afterTransactionCleanup', leaveOut)
  }
  return changed
}

/** What one author typed last, as Yjs would have encoded it had it come alone. */
function writtenBy(doc: Y.Doc, { authors }: Inspection): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, authors.size)
  for (const [client, { from }] of authors) {
    const structs = doc.store.clients.get(client) ?? []
    const first = Y.findIndexSS(structs, from)
    encoding.writeVarUint(encoder.restEncoder, structs.length - first)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, from)
    for (const struct of structs.slice(first)) struct.write(encoder, Math.max(0, from - struct.id.clock))
  }
  // No deletions.
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}
