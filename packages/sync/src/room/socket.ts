/**
 * What a room needs of a connection, and what it sends over it.
 *
 * Everything that leaves a room in one moment is one `Outgoing`: its frames are encoded once and shared by all receivers, and so are the
 * bytes on the wire, because frames from a server are not masked (RFC 6455, section 5.1) and hence equal for everybody.
 */

export type Socket = {
  send(outgoing: Outgoing): void
  close(code: number, reason: string): void
  /** Bytes given to `send` that the network has not taken yet. */
  unsent(): number
}

export type Outgoing = {
  /** One message each. y-websocket's provider reads one message per frame. */
  readonly frames: readonly Uint8Array[]
  /** All of them as unmasked binary WebSocket frames, made on first use: pieces, to be written one after the other. */
  wire(): readonly Uint8Array[]
}

/** Up to so many bytes it costs less to copy pieces together than to write each. */
const COPIED = 16_384

export function outgoing(...frames: readonly Uint8Array[]): Outgoing {
  let pieces: readonly Uint8Array[] | undefined
  return { frames, wire: () => (pieces ??= frames.some(isLarge) ? frames.flatMap(piecesOf) : [encodeWire(frames)]) }
}

/** One message, its payload sent from where it is if it is large. Nobody may change it any more. */
export function inPieces(head: Uint8Array, payload: Uint8Array): Outgoing {
  if (head.byteLength + payload.byteLength <= COPIED) return outgoing(inOne(head, payload))
  const pieces = spread(head, payload)
  return {
    get frames() {
      return [inOne(head, payload)]
    },
    wire: () => pieces,
  }
}

/** One after the other, in one write. What is large stays the piece that others are sent as well. */
export function together(...parts: readonly Outgoing[]): Outgoing {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  return {
    get frames() {
      return parts.flatMap(({ frames }) => frames)
    },
    wire() {
      const pieces = parts.flatMap((part) => part.wire())
      return lengthOf(pieces) > COPIED ? pieces : [Buffer.concat(pieces)]
    },
  }
}

function isLarge({ byteLength }: Uint8Array): boolean {
  return byteLength > COPIED
}

function piecesOf(frame: Uint8Array): readonly Uint8Array[] {
  return isLarge(frame) ? spread(NOTHING, frame) : [encodeWire([frame])]
}

const FINAL_BINARY = 0x82

// All are Buffers, because a stream wraps whatever is none, once for each receiver.

function encodeWire(frames: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(frames.reduce((sum, frame) => sum + headerLength(frame.byteLength) + frame.byteLength, 0))
  let at = 0
  for (const frame of frames) {
    at = writeHeader(bytes, at, frame.byteLength)
    bytes.set(frame, at)
    at += frame.byteLength
  }
  return bytes
}

function inOne(head: Uint8Array, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(head.byteLength + payload.byteLength)
  frame.set(head)
  frame.set(payload, head.byteLength)
  return frame
}

const NOTHING = new Uint8Array()

/** A message of two pieces as a WebSocket frame in two pieces. */
function spread(head: Uint8Array, { buffer, byteOffset, byteLength }: Uint8Array): readonly Uint8Array[] {
  const length = head.byteLength + byteLength
  const before = Buffer.allocUnsafe(headerLength(length) + head.byteLength)
  before.set(head, writeHeader(before, 0, length))
  return [before, Buffer.from(buffer, byteOffset, byteLength)]
}

/** Answers where the payload begins. */
function writeHeader(bytes: Buffer, at: number, length: number): number {
  bytes[at] = FINAL_BINARY
  if (length < 126) bytes[at + 1] = length
  else if (length < 65_536) {
    bytes[at + 1] = 126
    bytes.writeUInt16BE(length, at + 2)
  } else {
    bytes[at + 1] = 127
    bytes.writeBigUInt64BE(BigInt(length), at + 2)
  }
  return at + headerLength(length)
}

function headerLength(payload: number): number {
  if (payload < 126) return 2
  return payload < 65_536 ? 4 : 10
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
}
