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
  return { frames, wire: () => (pieces ??= [encodeWire(frames)]) }
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
      return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0) > COPIED ? pieces : [Buffer.concat(pieces)]
    },
  }
}

const FINAL_BINARY = 0x82

function encodeWire(frames: readonly Uint8Array[]): Uint8Array {
  // A Buffer, because a stream wraps whatever is none, once for each receiver.
  const bytes = Buffer.allocUnsafe(frames.reduce((sum, frame) => sum + headerLength(frame.byteLength) + frame.byteLength, 0))
  let at = 0
  for (const frame of frames) {
    const length = frame.byteLength
    bytes[at] = FINAL_BINARY
    if (length < 126) bytes[at + 1] = length
    else if (length < 65_536) {
      bytes[at + 1] = 126
      bytes.writeUInt16BE(length, at + 2)
    } else {
      bytes[at + 1] = 127
      bytes.writeBigUInt64BE(BigInt(length), at + 2)
    }
    at += headerLength(length)
    bytes.set(frame, at)
    at += length
  }
  return bytes
}

function headerLength(payload: number): number {
  if (payload < 126) return 2
  return payload < 65_536 ? 4 : 10
}
