/**
 * WebSocket frames (RFC 6455, section 5) as far as a load client needs them: it sends whole masked messages and reads whole unmasked ones.
 *
 * The mask is all zeros, so the payload goes out as it is. A real client must not do that; here it keeps the clients cheap.
 */

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** A frame of a client. */
export function encodeFrame(opcode: number, payload: Uint8Array): Buffer {
  const length = payload.byteLength
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(2 + extended + MASK_BYTES + length)
  frame[0] = FINAL | opcode
  if (extended === 0) frame[1] = MASKED | length
  else if (extended === 2) {
    frame[1] = MASKED | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = MASKED | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(payload, 2 + extended + MASK_BYTES)
  return frame
}

const FINAL = 0x80
const MASKED = 0x80
const MASK_BYTES = 4

/** Called for each frame: its payload is `bytes` from `start` to `end`, valid only during the call. */
export type OnFrame = (opcode: number, bytes: Buffer, start: number, end: number) => void

/**
 * Takes a stream of server frames apart, however it was cut. `wanted` says whether binary frames are to be handed over; if not, they are
 * only counted, and their bytes are not even kept together.
 */
export class FrameReader {
  frames = 0
  bytes = 0
  readonly #onFrame: OnFrame
  readonly #wanted: () => boolean
  /** The beginning of a frame whose end has not come. */
  #rest: Buffer | undefined
  /** Payload bytes still to be passed over. */
  #skip = 0

  constructor(onFrame: OnFrame, wanted: () => boolean = () => true) {
    this.#onFrame = onFrame
    this.#wanted = wanted
  }

  /** `chunk` may be overwritten as soon as this returns. */
  push(chunk: Buffer): void {
    this.bytes += chunk.length
    const whole = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk])
    this.#rest = undefined
    let at = Math.min(this.#skip, whole.length)
    this.#skip -= at
    while (at < whole.length) {
      const header = readHeader(whole, at)
      if (header === undefined) break
      const { opcode, length } = header
      const start = at + header.bytes
      const end = start + length
      if (opcode === OPCODE.binary && !this.#wanted()) {
        this.frames += 1
        at = Math.min(end, whole.length)
        this.#skip = end - at
        continue
      }
      if (end > whole.length) break
      this.frames += 1
      this.#onFrame(opcode, whole, start, end)
      at = end
    }
    if (at < whole.length) this.#rest = Buffer.from(whole.subarray(at))
  }
}

function readHeader(bytes: Buffer, at: number): { readonly opcode: number; readonly length: number; readonly bytes: number } | undefined {
  const [first, second] = [bytes[at], bytes[at + 1]]
  if (first === undefined || second === undefined) return undefined
  if ((first & FINAL) === 0 || (second & MASKED) !== 0) throw new Error('A frame no server of the bench sends: a fragment, or masked')
  const opcode = first & 0x0f
  if (second < 126) return { opcode, length: second, bytes: 2 }
  if (second === 126) return at + 4 > bytes.length ? undefined : { opcode, length: bytes.readUInt16BE(at + 2), bytes: 4 }
  return at + 10 > bytes.length ? undefined : { opcode, length: Number(bytes.readBigUInt64BE(at + 2)), bytes: 10 }
}
