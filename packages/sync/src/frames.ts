/**
 * Every frame that travels between a browser and a room: its bytes, and nothing of what it means.
 *
 * The frames are those of y-websocket (sync 0, awareness 1, auth 2, query awareness 3), so its provider works unchanged, plus type 4 with
 * one JSON message of ours. One message per WebSocket frame. A server reads frames with `readFrame` only: the readers of y-protocols catch
 * and log what goes wrong while applying an update, and a server must know.
 */
import * as decoding from 'lib0/decoding'
import { ClientMessage, ServerMessage } from './messages.ts'

export * from './close.ts'
export * from './handshake.ts'
export * from './limits.ts'
export * from './messages.ts'
export * from './protocol.ts'

export const FRAME = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, message: 4 } as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

export type Frame =
  /** What the sender has; the answer is everything it lacks. */
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  /** The answer to step 1. */
  | { readonly kind: 'step-2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'message'; readonly json: string }

/** Takes a frame apart; undefined when it is not one of the protocol, is cut short, or goes on after its end. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = read(decoder)
    return decoding.hasContent(decoder) ? undefined : frame
  } catch (error) {
    // lib0 throws its own errors for bytes that end too early, numbers out of range and text that is not UTF-8.
    if (error instanceof Error) return undefined
    throw error
  }
}

function read(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync:
      return readSync(decoder)
    case FRAME.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case FRAME.queryAwareness:
      return { kind: 'query-awareness' }
    case FRAME.message:
      return { kind: 'message', json: decoding.readVarString(decoder) }
    default:
      return undefined
  }
}

function readSync(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case SYNC.step1:
      return { kind: 'step-1', stateVector: decoding.readVarUint8Array(decoder) }
    case SYNC.step2:
      return { kind: 'step-2', update: decoding.readVarUint8Array(decoder) }
    case SYNC.update:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return undefined
  }
}

/** Whether the frame carries words: a sync step 2 or an update. Both ends count these for `saved`. */
export function carriesWords(frame: Uint8Array): boolean {
  return frame[0] === FRAME.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update)
}

export function writeStep1(stateVector: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeSync(SYNC.step1, stateVector)
}

export function writeStep2(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeSync(SYNC.step2, update)
}

/** What comes before the update in a sync step 2, if the update has so many bytes. */
export function beginStep2(length: number): Uint8Array<ArrayBuffer> {
  return begun([FRAME.sync, SYNC.step2], length, 0)
}

export function writeUpdate(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeSync(SYNC.update, update)
}

function writeSync(step: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return framed([FRAME.sync, step], payload)
}

export function writeAwareness(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return framed([FRAME.awareness], update)
}

const utf8 = new TextEncoder()

export function writeMessage(message: ClientMessage | ServerMessage): Uint8Array<ArrayBuffer> {
  return framed([FRAME.message], utf8.encode(JSON.stringify(message)))
}

/** Numbers below 128, then the payload with its length before it. */
function framed(kind: readonly number[], payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = begun(kind, payload.byteLength, payload.byteLength)
  bytes.set(payload, bytes.byteLength - payload.byteLength)
  return bytes
}

/** A frame up to where its payload begins, and room after it. Written by hand, because a server does it for every frame it sends. */
function begun(kind: readonly number[], length: number, room: number): Uint8Array<ArrayBuffer> {
  let at = kind.length
  for (let rest = length; rest > 127; rest >>>= 7) at += 1
  const bytes = new Uint8Array(at + 1 + room)
  bytes.set(kind)
  at = kind.length
  for (let rest = length; ; rest >>>= 7) {
    bytes[at] = rest > 127 ? 128 | (rest & 127) : rest
    at += 1
    if (rest <= 127) return bytes
  }
}

/** The message of a client; undefined when it is not JSON or not one of ours. */
export function readClientMessage(json: string): ClientMessage | undefined {
  const message = ClientMessage.safeParse(parseJson(json))
  return message.success ? message.data : undefined
}

/** The message of a server; undefined when it is not JSON or not one this version knows. */
export function readServerMessage(json: string): ServerMessage | undefined {
  const message = ServerMessage.safeParse(parseJson(json))
  return message.success ? message.data : undefined
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
