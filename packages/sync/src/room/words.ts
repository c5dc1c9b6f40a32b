/**
 * The server's copy of the shared text.
 *
 * It collects garbage: deleted words are not kept here, because history is the log of updates in the store, and a text under negotiation
 * is mostly deleted words. What it passes on, to storage and to others, is always its own encoding of a change and never the bytes
 * that came in: so nothing travels that was not applied.
 */
import type { SeatId } from '@entente/agreement'
import * as Y from 'yjs'
import { beginStep2, writeStep1 } from '../frames.ts'
import {
  changedBy,
  isNothing,
  NOTHING,
  openIntake,
  type GateRefusal,
  type GateRules,
  type Inspection,
  type Intake,
  type Wrote,
} from '../gate/index.ts'
import { openCapacity } from './capacity.ts'
import { foldingDoc } from './folding.ts'
import { openKept } from './kept.ts'
import { inPieces, outgoing, type Outgoing } from './socket.ts'
import type { Time } from './time.ts'

export type Words = {
  /** The document with everything that was taken. Asking for it may throw `GateBreach`. */
  readonly doc: Y.Doc
  /** Whether the document is in memory. If not, asking for it builds it from its bytes. */
  readonly isOpen: () => boolean
  /** The clientID of the server itself. */
  readonly client: number
  /** What an update would do. Throws `GateBreach`. */
  readonly inspect: (update: Uint8Array, rules: GateRules) => Inspection | GateRefusal
  /** Takes an update of a seat that was inspected just now and let in: at once, or with others at the latest by `settle`. Throws `GateBreach`. */
  readonly take: (seat: SeatId, update: Uint8Array, inspection: Inspection) => void
  /** Whether so many UTF-16 units more find room. */
  readonly holds: (more: number) => boolean
  /** Applies what was taken and not applied yet. Throws `GateBreach`. */
  readonly settle: () => void
  /** Bytes of what was taken and not applied yet. */
  readonly waiting: () => number
  /** Changes the text in the server's own name. */
  readonly write: (change: (doc: Y.Doc) => void) => Uint8Array | undefined
  /** Sync step 1: what the server has. */
  readonly ask: () => Outgoing
  /** Sync step 2: what somebody lacks who has this much; undefined when that is not a state vector. */
  readonly answer: (stateVector: Uint8Array) => Outgoing | undefined
  /** All words as one update. */
  readonly state: () => Uint8Array
  /** The room was loaded, and all that had to be looked up in the document has been: until somebody writes, its bytes will do. */
  readonly rest: () => void
  /** Lets go of what is kept for others who ask. */
  readonly close: () => void
}

/** Bytes of a state vector up to which it is worth being a key. */
const KEPT_KEY = 1_024

export type WordsOptions = {
  readonly doc: Y.Doc
  /** All of it as one update, if that is known. */
  readonly state: Uint8Array | undefined
  /** The clientID leased to the server itself. */
  readonly client: number
  /** UTF-16 units of words it holds at most. */
  readonly characters: number
  readonly time: Time
  /** Told what updates of seats have changed, each by itself, and all that were applied together as one update. */
  readonly applied: (wrote: readonly Wrote<SeatId>[], together: Uint8Array) => void
  /** The document is about to be let go of until it is needed again. It is still there to be read. */
  readonly folding: () => void
}

/** Takes over a document. */
export function openWords({ doc: loaded, state, client, characters, time, applied, folding }: WordsOptions): Words {
  const kept = openKept(time)
  const capacity = openCapacity(characters)
  let intake: Intake<SeatId> | undefined
  /** Step 1, as long as it is true: it is the same for all who come. */
  let question: Outgoing | undefined

  const changed = () => {
    question = undefined
    kept.forget()
    document.changed()
  }

  const built = (doc: Y.Doc) => {
    doc.clientID = client
    intake = openIntake<SeatId>(doc, (wrote, together) => {
      changed()
      applied(wrote, together)
    })
    return intake
  }

  const letGo = () => {
    if (intake !== undefined && intake.waiting() > 0) return false
    folding()
    intake = undefined
    return true
  }

  const document = foldingDoc({ doc: loaded, state, time, letGo, built })
  built(loaded)

  /** What takes updates in, with the document open. */
  const taking = (): Intake<SeatId> => {
    const doc = document.open()
    return intake ?? built(doc)
  }

  const settle = () => intake?.settle()

  const whole = () => {
    taking().settle()
    return document.open()
  }

  return {
    get doc() {
      return whole()
    },
    isOpen: document.isOpen,
    client,
    inspect: (update, rules) => (isNothing(update) ? NOTHING : taking().inspect(update, rules)),
    take(by, update, inspection) {
      capacity.grew(update.byteLength)
      taking().take({ by, update, inspection })
    },
    holds: (more) => capacity.holds(more, whole),
    settle,
    waiting: () => intake?.waiting() ?? 0,
    write(change) {
      const doc = whole()
      changed()
      const update = changedBy(doc, () => doc.transact(() => change(doc)))
      capacity.grew(update?.byteLength ?? 0)
      return update
    },
    ask() {
      settle()
      return (question ??= outgoing(writeStep1(document.stateVector())))
    },
    answer(stateVector) {
      if (!isStateVector(stateVector)) return undefined
      settle()
      const encode = () => {
        const update = isEmpty(stateVector) ? document.state() : document.since(stateVector)
        return inPieces(beginStep2(update.byteLength), update)
      }
      return stateVector.byteLength > KEPT_KEY ? encode() : kept.answer(String.fromCharCode(...stateVector), encode)
    },
    state() {
      settle()
      return document.state()
    },
    rest: document.rest,
    close() {
      kept.forget()
      document.close()
    },
  }
}

function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0
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
