/**
 * A network in memory: sockets as a browser and a server have them, and in between frames that move only when the test says so.
 */
import type { SeatId } from '@entente/agreement'
import { RoomId } from '@entente/agreement'
import { CLOSE } from '../close.ts'
import { readHandshake, tokenOffered } from '../handshake.ts'
import type { Link } from '../room/link.ts'
import type { Outgoing, Socket } from '../room/socket.ts'
import type { Rooms } from '../rooms.ts'
import type { ManualTime } from './manual-time.ts'

export type Network = {
  /** For `connectRoom`. The token is the seat. */
  readonly WebSocket: typeof WebSocket
  /** Delivers frames and runs what falls due within `horizon` milliseconds, until nothing moves any more. */
  readonly settle: (horizon?: number) => Promise<void>
  /** Delivers what the browsers have sent so far, and nothing else. */
  readonly deliverUp: () => void
  /** Breaks every connection, or those of one token, without a word, as a lost network does. Frames under way are lost. */
  readonly cut: (token?: string) => void
  /** The same, but the server does not notice: to it the connections are still there. */
  readonly lose: (token: string) => void
  /** Sockets that connect from now on do not get through. */
  readonly block: (blocked: boolean) => void
  /** The keys under which browsers keep unsaved words. */
  readonly keys: SessionKeys
  /** The sockets that were ever opened, oldest first. */
  readonly sockets: readonly MemorySocket[]
}

/** What a test sees of one connection. */
export type MemorySocket = {
  readonly url: string
  readonly token: string | undefined
  /** Every frame the server sent, in order. */
  readonly received: readonly Uint8Array[]
  /** How it ended. */
  readonly ended: { readonly code: number; readonly reason: string } | undefined
  readonly isOpen: () => boolean
  /** Sends a frame as the browser would, whatever it is. */
  readonly inject: (frame: Uint8Array) => void
  /** Lets a frame arrive as if the server had sent it. */
  readonly arrive: (frame: Uint8Array) => void
  /** Lets frames pile up at the server's end, as a reader does that does not read. */
  readonly stall: () => void
  /** Closes it as the server would. */
  readonly dismiss: (code: number, reason: string) => void
}

const FAR = 200

type SessionKeys = {
  readonly of: (seat: SeatId) => string
  /** The person signs in anew. */
  readonly renew: (seat: string) => void
}

function sessionKeys(): SessionKeys {
  const sessions = new Map<string, number>()
  return {
    of: (seat) => Buffer.alloc(32, `${seat} ${sessions.get(seat) ?? 1} `).toString('base64url'),
    renew: (seat) => void sessions.set(seat, (sessions.get(seat) ?? 1) + 1),
  }
}

export function memoryNetwork(rooms: () => Rooms, time: ManualTime, seatOf: (token: string | undefined) => SeatId): Network {
  const sockets: Wire[] = []
  /** What is on its way to the server, from all browsers, in the order in which it was sent. */
  const up: (() => void)[] = []
  let blocked = false
  const keys = sessionKeys()

  const moving = () => up.length > 0 || sockets.some((wire) => wire.down.length > 0 && !wire.stalled)

  const deliverUp = () => {
    for (const move of up.splice(0)) move()
  }

  const deliver = () => {
    deliverUp()
    for (const wire of sockets) wire.deliverDown()
  }

  class MemoryWebSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly OPEN = 1
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    readonly #wire: Wire

    constructor(url: string | URL, protocols: string | string[] = []) {
      const token = tokenOffered([protocols].flat())
      this.#wire = new Wire(String(url), token, this, up, keys)
      sockets.push(this.#wire)
      if (blocked) this.#wire.fail()
      else this.#wire.open(rooms(), seatOf(token))
    }

    get readyState(): number {
      return this.#wire.state
    }

    send(data: Uint8Array): void {
      this.#wire.send(data.slice())
    }

    close(): void {
      this.#wire.closeFromBrowser()
    }
  }

  return {
    WebSocket: MemoryWebSocket as unknown as typeof WebSocket,
    sockets,
    keys,
    async settle(horizon = FAR) {
      let left = horizon
      for (let still = 0; still < 3;) {
        deliver()
        await new Promise((resolve) => setImmediate(resolve))
        if (moving()) {
          still = 0
          continue
        }
        const next = time.next()
        if (next !== undefined && next <= left) {
          time.advance(next)
          left -= next
          still = 0
        } else still += 1
      }
    },
    deliverUp,
    cut(token) {
      for (const wire of sockets) if (token === undefined || wire.token === token) wire.cut()
    },
    lose(token) {
      for (const wire of sockets) if (wire.token === token) wire.lose()
    },
    block(now) {
      blocked = now
    },
  }
}

type BrowserEnd = {
  readonly onopen: (() => void) | null
  readonly onmessage: ((event: { data: ArrayBuffer }) => void) | null
  readonly onclose: ((event: { code: number; reason: string }) => void) | null
}

class Wire implements MemorySocket {
  readonly url: string
  readonly token: string | undefined
  readonly down: (() => void)[] = []
  readonly received: Uint8Array[] = []
  ended: { readonly code: number; readonly reason: string } | undefined
  stalled = false
  state: 0 | 1 | 2 | 3 = 0
  readonly #browser: BrowserEnd
  readonly #up: (() => void)[]
  readonly #keys: SessionKeys
  #link: Link | undefined

  constructor(url: string, token: string | undefined, browser: BrowserEnd, up: (() => void)[], keys: SessionKeys) {
    this.url = url
    this.token = token
    this.#browser = browser
    this.#up = up
    this.#keys = keys
  }

  open(rooms: Rooms, seat: SeatId): void {
    this.#send(() => {
      const { pathname, searchParams } = new URL(this.url)
      const handshake = readHandshake(Object.fromEntries(searchParams))
      const server: Socket = {
        send: ({ frames }: Outgoing) => {
          for (const frame of frames) this.down.push(() => this.arrive(frame))
        },
        close: (code, reason) => this.down.push(() => this.#closed(code, reason)),
        unsent: () => (this.stalled ? this.down.length * 1_024 * 1_024 : 0),
      }
      this.down.push(() => {
        this.state = 1
        this.#browser.onopen?.()
      })
      if (!handshake.ok) return server.close(CLOSE[handshake.close], handshake.close)
      const room = RoomId.parse(pathname.split('/').slice(2).join('/'))
      this.#link = rooms.join(room, server, seat, { ...handshake.handshake, keep: this.#keys.of(seat) })
    })
  }

  /** The network is down: nothing answers. */
  fail(): void {
    this.down.push(() => this.#closed(1_006, ''))
  }

  send(frame: Uint8Array): void {
    if (this.state === 1) this.inject(frame)
  }

  inject(frame: Uint8Array): void {
    this.#send(() => this.#link?.receive(frame))
  }

  stall(): void {
    this.stalled = true
  }

  dismiss(code: number, reason: string): void {
    this.#closed(code, reason)
  }

  isOpen(): boolean {
    return this.state === 1
  }

  closeFromBrowser(): void {
    if (this.state >= 2) return
    this.state = 2
    this.#send(() => this.#closed(1_000, ''))
  }

  cut(): void {
    this.down.length = 0
    this.#closed(1_006, '')
  }

  lose(): void {
    const link = this.#link
    this.#link = undefined
    this.cut()
    this.#link = link
  }

  deliverDown(): void {
    if (this.stalled) return
    for (const move of this.down.splice(0)) move()
  }

  /** What was under way when the connection was cut never arrives. */
  #send(move: () => void): void {
    this.#up.push(() => {
      if (this.ended === undefined) move()
    })
  }

  arrive(frame: Uint8Array): void {
    if (this.state !== 1) return
    this.received.push(frame)
    this.#browser.onmessage?.({ data: frame.slice().buffer })
  }

  #closed(code: number, reason: string): void {
    this.#link?.gone()
    if (this.ended !== undefined) return
    this.ended = { code, reason }
    this.state = 3
    this.#browser.onclose?.({ code, reason })
  }
}
