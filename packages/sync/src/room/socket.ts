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
  /** All of them as unmasked binary WebSocket frames, made on first use. */
  wire(): Uint8Array
}

export function outgoing(...frames: readonly Uint8Array[]): Outgoing {
  let bytes: Uint8Array | undefined
  return { frames, wire: () => (bytes ??= encodeWire(frames)) }
}

const FINAL_BINARY = 0x82

function encodeWire(frames: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + headerLength(frame.byteLength) + frame.byteLength, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const frame of frames) {
    const length = frame.byteLength
    bytes[at] = FINAL_BINARY
    if (length < 126) bytes[at + 1] = length
    else if (length < 65_536) {
      bytes[at + 1] = 126
      view.setUint16(at + 2, length)
    } else {
      bytes[at + 1] = 127
      view.setBigUint64(at + 2, BigInt(length))
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
