/**
 * The server's copy of the shared text.
 *
 * It collects garbage: deleted words are not kept here, because history is the log of updates in the store, and a text under negotiation
 * is mostly deleted words. What it passes on, to storage and to others, is always its own encoding of a change and never the bytes
 * that came in: so nothing travels that was not applied.
 */
import { parseRoot } from '@entente/draft'
import * as Y from 'yjs'
import { writeStep1, writeStep2 } from '../frames.ts'
import { applyInspected, type Inspection } from '../gate/index.ts'
import { openKept } from './kept.ts'
import { outgoing, type Outgoing } from './socket.ts'
import type { Time } from './time.ts'

export type Words = {
  readonly doc: Y.Doc
  /** Applies an update that the gate has let in. Answers what it changed; undefined when nothing did. Throws `GateBreach`. */
  readonly apply: (update: Uint8Array, inspection: Inspection) => Uint8Array | undefined
  /** Changes the text in the server's own name. */
  readonly write: (change: (doc: Y.Doc) => void) => Uint8Array | undefined
  /** Sync step 1: what the server has. */
  readonly ask: () => Uint8Array
  /** Sync step 2: what somebody lacks who has this much; undefined when that is not a state vector. */
  readonly answer: (stateVector: Uint8Array) => Outgoing | undefined
  /** Lets go of what is kept for others who ask. */
  readonly close: () => void
}

/** Bytes of a state vector up to which it is worth being a key. */
const KEPT_KEY = 1_024

/** Takes over a document. `client` is the clientID leased to the server itself. */
export function openWords(doc: Y.Doc, client: number, time: Time): Words {
  doc.clientID = client
  let changed: Uint8Array | undefined
  const kept = openKept(time)
  doc.on('update', (update: Uint8Array) => {
    // One change can be two: Yjs cleans away marks that have become superfluous in a transaction of its own.
    changed = changed === undefined ? update : Y.mergeUpdates([changed, update])
    kept.forget()
  })

  const during = (change: () => void): Uint8Array | undefined => {
    changed = undefined
    change()
    return changed
  }

  return {
    doc,
    apply: (update, inspection) =>
      during(() => {
        applyInspected(doc, update, inspection, 'member')
        // Yjs does not know what kind of root it has made until it is told.
        for (const root of inspection.creates) doc.getXmlFragment(root)
      }),
    write: (change) => during(() => doc.transact(() => change(doc))),
    ask: () => writeStep1(Y.encodeStateVector(doc)),
    answer(stateVector) {
      if (!isStateVector(stateVector)) return undefined
      const encode = () => outgoing(writeStep2(Y.encodeStateAsUpdate(doc, stateVector)))
      return stateVector.byteLength > KEPT_KEY ? encode() : kept.answer(String.fromCharCode(...stateVector), encode)
    },
    close: kept.forget,
  }
}

/** The roots of a document that are not texts of ours. There are none in a document that passed the gate. */
export function strangeRoots(doc: Y.Doc): readonly string[] {
  return [...doc.share.keys()].filter((name) => parseRoot(name) === undefined)
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch (error) {
    // lib0 throws its own errors for bytes that end too early.
    if (error instanceof Error) return false
    throw error
  }
}
