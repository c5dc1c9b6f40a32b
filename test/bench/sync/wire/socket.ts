/**
 * One WebSocket of the load, on a bare TCP connection, because one process has to hold hundreds of them and read 200,000 frames a second.
 *
 * All sockets read into one buffer; what is worth keeping is copied by whoever is handed a frame.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket as Tcp } from 'node:net'
import { encodeFrame, FrameReader, OPCODE, type OnFrame } from './frame.ts'

export type Address = {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Ending = { readonly code: number; readonly reason: string }

/** The TCP connection was cut without a closing frame. */
const CUT = 1006
const NO_CODE = 1005
const PATIENCE = 20_000

const shared = Buffer.allocUnsafe(256 * 1_024)

export class Socket {
  /** Binary frames, while somebody wants them. Without it they are only counted. */
  onMessage: ((bytes: Buffer, start: number, end: number) => void) | undefined
  onPong: (() => void) | undefined
  /** Set when the connection is over. */
  ended: Ending | undefined
  readonly ending: Promise<Ending>
  readonly #tcp: Tcp
  readonly #reader: FrameReader

  private constructor(tcp: Tcp, reader: (onFrame: OnFrame, wanted: () => boolean) => FrameReader) {
    this.#tcp = tcp
    this.#reader = reader(
      (opcode, bytes, start, end) => this.#receive(opcode, bytes, start, end),
      () => this.onMessage !== undefined,
    )
    this.ending = new Promise((resolve) => {
      tcp.once('close', () => {
        this.ended ??= { code: CUT, reason: '' }
        resolve(this.ended)
      })
    })
  }

  /** Connects and upgrades. `greet` is called before anything is read. Throws when the server says no. */
  static open({ port, path, headers = {} }: Address, greet?: (socket: Socket) => void): Promise<Socket> {
    return new Promise((resolve, reject) => {
      let socket: Socket | undefined
      let greeting = Buffer.alloc(0)
      const read = (length: number) => {
        const chunk = shared.subarray(0, length)
        if (socket !== undefined) return socket.#reader.push(chunk)
        greeting = Buffer.concat([greeting, chunk])
        const end = greeting.indexOf('\r\n\r\n')
        if (end === -1) return
        clearTimeout(impatient)
        if (!greeting.toString('latin1').startsWith('HTTP/1.1 101'))
          return fail(new Error(`No upgrade: ${greeting.toString('latin1').split('\r\n')[0]}`))
        socket = new Socket(tcp, (onFrame, wanted) => new FrameReader(onFrame, wanted))
        greet?.(socket)
        if (greeting.length > end + 4) socket.#reader.push(greeting.subarray(end + 4))
        resolve(socket)
      }
      const tcp = connect({
        port,
        host: '127.0.0.1',
        noDelay: true,
        onread: {
          buffer: shared,
          callback: (length) => {
            read(length)
            return true
          },
        },
      })
      const fail = (error: Error) => {
        reject(error)
        tcp.destroy()
      }
      const impatient = setTimeout(() => fail(new Error('No answer to an upgrade')), PATIENCE)
      tcp.on('error', (error) => {
        clearTimeout(impatient)
        reject(error)
      })
      tcp.once('close', () => {
        clearTimeout(impatient)
        reject(new Error('Closed before the upgrade'))
      })
      tcp.write(upgrade(port, path, headers))
    })
  }

  get frames(): number {
    return this.#reader.frames
  }

  get bytes(): number {
    return this.#reader.bytes
  }

  send(payload: Uint8Array): void {
    this.raw(encodeFrame(OPCODE.binary, payload))
  }

  sendText(text: string): void {
    this.raw(encodeFrame(OPCODE.text, Buffer.from(text)))
  }

  ping(): void {
    this.raw(encodeFrame(OPCODE.ping, Buffer.alloc(0)))
  }

  /** Bytes as they are, also such that are no frame. */
  raw(bytes: Uint8Array): void {
    if (this.ended === undefined && !this.#tcp.destroyed) this.#tcp.write(bytes)
  }

  /** Stops reading: the peer's bytes pile up on its side. */
  pause(): void {
    this.#tcp.pause()
  }

  resume(): void {
    this.#tcp.resume()
  }

  /** Leaves as a browser does that is closed. */
  close(): void {
    this.raw(encodeFrame(OPCODE.close, Buffer.from([1_001 >> 8, 1_001 & 0xff])))
    this.#tcp.end()
  }

  destroy(): void {
    this.#tcp.destroy()
  }

  #receive(opcode: number, bytes: Buffer, start: number, end: number): void {
    switch (opcode) {
      case OPCODE.binary:
        return this.onMessage?.(bytes, start, end)
      case OPCODE.ping:
        return this.raw(encodeFrame(OPCODE.pong, bytes.subarray(start, end)))
      case OPCODE.pong:
        return this.onPong?.()
      case OPCODE.close:
        this.ended ??= {
          code: end - start >= 2 ? bytes.readUInt16BE(start) : NO_CODE,
          reason: bytes.toString('utf8', Math.min(start + 2, end), end),
        }
        this.#tcp.end()
        return
      default:
    }
  }
}

function upgrade(port: number, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = {
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Version': '13',
    ...headers,
  }
  return `GET ${path} HTTP/1.1\r\n${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
}
