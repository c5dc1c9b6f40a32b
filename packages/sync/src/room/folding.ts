/**
 * A document that is there while somebody writes in it, and in between the bytes of it.
 *
 * A Y.Doc takes ten times the memory of its text. Most rooms that are open are only read, and what a reader is sent can be taken from the
 * bytes. So the document is let go of after a while in which nobody needed it, and built again when somebody does.
 */
import * as Y from 'yjs'
import { GateBreach } from '../gate/index.ts'
import { emptyDoc, fill } from './fill.ts'
import type { Time } from './time.ts'

export type Folding = {
  /** The document, for use now and not for keeping. Throws `GateBreach` when it does not read back from the bytes. */
  readonly open: () => Y.Doc
  readonly isOpen: () => boolean
  /** All of it, as one update. */
  readonly state: () => Uint8Array
  readonly stateVector: () => Uint8Array
  /** What somebody lacks who has so much of it. */
  readonly since: (stateVector: Uint8Array) => Uint8Array
  /** So far the document was only looked through: it is let go of soon, unless somebody needs it. */
  readonly rest: () => void
  /** The document was changed: bytes from before are not it any more. */
  readonly changed: () => void
  readonly close: () => void
}

export type FoldingOptions = {
  readonly doc: Y.Doc
  /** All of it as one update, if that is known. */
  readonly state: Uint8Array | undefined
  readonly time: Time
  /** Lets go of everything that holds the document, which is still open. Answers whether that was possible. */
  readonly letGo: () => boolean
  /** The document was built anew. */
  readonly built: (doc: Y.Doc) => void
}

/** How long a document stays after it was last needed, in milliseconds: whoever stops to think does not wait for it afterwards. */
export const FOLD_AFTER = 10_000
/** When something waited to be applied at that moment, it is tried again after so many milliseconds. */
const RETRY = 1_000
/** How long it stays when nobody is known to need it: those who come may have something to write at once. */
export const REST_AFTER = 250

type State =
  | { readonly is: 'open'; readonly doc: Y.Doc; bytes: Uint8Array | undefined }
  | { readonly is: 'folded'; readonly bytes: Uint8Array; readonly vector: Uint8Array }

export function foldingDoc({ doc, state: bytes, time, letGo, built }: FoldingOptions): Folding {
  let state: State = { is: 'open', doc, bytes }
  let goesAt = time.now() + FOLD_AFTER
  let stopTimer: (() => void) | undefined

  const wait = (ms: number) => {
    stopTimer = time.after(ms, () => {
      stopTimer = undefined
      const left = goesAt - time.now()
      if (left > 0 || !letGo()) return wait(Math.max(left, RETRY))
      if (state.is === 'open') state = folded(state.doc, state.bytes)
    })
  }

  wait(FOLD_AFTER)
  return {
    open() {
      goesAt = time.now() + FOLD_AFTER
      if (state.is === 'open') return state.doc
      const anew = unfolded(state)
      state = { is: 'open', doc: anew, bytes: state.bytes }
      built(anew)
      wait(FOLD_AFTER)
      return anew
    },
    isOpen: () => state.is === 'open',
    state: () => (state.is === 'open' ? (state.bytes ??= Y.encodeStateAsUpdate(state.doc)) : state.bytes),
    stateVector: () => (state.is === 'open' ? Y.encodeStateVector(state.doc) : state.vector),
    since: (vector) => (state.is === 'open' ? Y.encodeStateAsUpdate(state.doc, vector) : Y.diffUpdate(state.bytes, vector)),
    rest() {
      goesAt = time.now() + REST_AFTER
      stopTimer?.()
      wait(REST_AFTER)
    },
    changed() {
      if (state.is === 'open') state.bytes = undefined
    },
    close: () => stopTimer?.(),
  }
}

function folded(doc: Y.Doc, bytes = Y.encodeStateAsUpdate(doc)): State {
  const vector = Y.encodeStateVector(doc)
  doc.destroy()
  return { is: 'folded', bytes, vector }
}

function unfolded({ bytes, vector }: Extract<State, { is: 'folded' }>): Y.Doc {
  const doc = emptyDoc()
  if (fill(doc, [bytes]) !== undefined || Buffer.compare(Y.encodeStateVector(doc), vector) !== 0) throw new GateBreach('unreadable')
  return doc
}
