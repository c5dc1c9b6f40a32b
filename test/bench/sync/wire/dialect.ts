/**
 * How each server wants the same things said: sync and awareness of y-protocols, bare or with the document's name in front.
 *
 * Only bytes here; what is said when is up to `guest.ts`.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export type Heard =
  | { readonly kind: 'step-1'; readonly payload: Uint8Array }
  | { readonly kind: 'step-2'; readonly payload: Uint8Array }
  | { readonly kind: 'update'; readonly payload: Uint8Array }
  | { readonly kind: 'awareness'; readonly payload: Uint8Array }
  /** Entente's own messages. */
  | { readonly kind: 'message'; readonly json: string }
  /** Hocuspocus has applied one more update. */
  | { readonly kind: 'applied' }
  | { readonly kind: 'other' }

export type Dialect = {
  readonly name: 'plain' | 'named'
  /** What is said first, before anything else is listened to. */
  readonly greeting: (document: string) => readonly Uint8Array[]
  readonly sync: (document: string, step: SyncStep, payload: Uint8Array) => Uint8Array
  readonly awareness: (document: string, payload: Uint8Array) => Uint8Array
  /** `payload` is a view of `bytes`. */
  readonly read: (bytes: Uint8Array) => Heard
}

export const SYNC = { step1: 0, step2: 1, update: 2 } as const
export type SyncStep = (typeof SYNC)[keyof typeof SYNC]

const TYPE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 } as const
const OURS = 4
const TOKEN = 0

/** y-websocket's frames; with Entente's own messages as type 4. */
export const plain: Dialect = {
  name: 'plain',
  greeting: () => [],
  sync: (_, step, payload) =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, TYPE.sync)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, payload)
    }),
  awareness: (_, payload) =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, TYPE.awareness)
      encoding.writeVarUint8Array(encoder, payload)
    }),
  read(bytes) {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case TYPE.sync:
        return readSync(decoder)
      case TYPE.awareness:
        return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) }
      case OURS:
        return { kind: 'message', json: decoding.readVarString(decoder) }
      default:
        return { kind: 'other' }
    }
  },
}

/** Hocuspocus: the document's name in front of each message, and a token before anything else. */
export const named: Dialect = {
  name: 'named',
  greeting: (document) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, document)
      encoding.writeVarUint(encoder, TYPE.auth)
      encoding.writeVarUint(encoder, TOKEN)
      encoding.writeVarString(encoder, 'token')
    }),
  ],
  sync: (document, step, payload) =>
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, document)
      encoding.writeVarUint(encoder, TYPE.sync)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, payload)
    }),
  awareness: (document, payload) =>
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, document)
      encoding.writeVarUint(encoder, TYPE.awareness)
      encoding.writeVarUint8Array(encoder, payload)
    }),
  read(bytes) {
    const decoder = decoding.createDecoder(bytes)
    const name = decoding.readVarUint(decoder)
    decoder.pos += name
    switch (decoding.readVarUint(decoder)) {
      case TYPE.sync:
      case TYPE.syncReply:
        return readSync(decoder)
      case TYPE.awareness:
        return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) }
      case TYPE.syncStatus:
        return { kind: 'applied' }
      default:
        return { kind: 'other' }
    }
  },
}

function readSync(decoder: decoding.Decoder): Heard {
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  switch (step) {
    case SYNC.step1:
      return { kind: 'step-1', payload }
    case SYNC.step2:
      return { kind: 'step-2', payload }
    case SYNC.update:
      return { kind: 'update', payload }
    default:
      return { kind: 'other' }
  }
}
