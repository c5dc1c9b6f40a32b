/**
 * WebSockets below `/sync`: who is it, may they, and then the room takes over.
 *
 * Everything is checked before the handshake is answered where HTTP can say no, and otherwise with a close code before a single byte of
 * the document. A refusal never tells whether a room exists: unknown and forbidden look the same.
 *
 * When a server starts again everybody comes back at once, so an upgrade that HTTP need not refuse goes to the socket as Node hands it
 * over, and not through a Request and a Response: that was the larger half of what letting somebody in cost. Every other request, also
 * one that asks for an upgrade in vain, is the app's.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { RoomId, roomName } from '@entente/agreement'
import { CLOSE, readHandshake, tokenOffered, type Arrival, type CloseReason } from '@entente/sync/frames'
import { Hono } from 'hono'
import { parse } from 'hono/utils/cookie'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Host } from './host.ts'
import { isOwnOrigin } from './http/origin.ts'
import { problem, type ProblemCode } from './http/problem.ts'
import type { Log } from './log.ts'
import { keepingKey } from './sign-in/keeping-key.ts'
import { SESSION_COOKIE, seatAt, whoHolds } from './sign-in/who.ts'
import { attach } from './sockets/attach.ts'
import type { SocketRegister, SocketSpeaker } from './sockets/register.ts'

/** A timer cannot wait longer, in milliseconds: 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1

export type SocketDoor = {
  /** Whether the request is an upgrade that HTTP has no reason to refuse. Every other one is answered as a request. */
  readonly opensFor: (request: IncomingMessage) => boolean
  /** Takes such a request over. */
  readonly enter: (request: IncomingMessage, stream: Duplex, head: Buffer) => void
  /** What the others are answered below `/sync`. */
  readonly routes: Hono
}

export function socketDoor(host: Omit<Host, 'sockets'>, register: SocketRegister, server: WebSocketServer, log: Log): SocketDoor {
  const why = (origin: string | undefined, hostname: string | undefined): ProblemCode | undefined => {
    if (!isOwnOrigin(origin, hostname, host.settings.origins)) return 'origin-refused'
    return host.ready() ? undefined : 'room-busy'
  }

  const welcome = (socket: WebSocket, entry: Entry | CloseReason, again: () => Promise<Entry | CloseReason>, revocations: number) => {
    if (typeof entry === 'string') return socket.close(CLOSE[entry], entry)
    const end = attach(socket, (receiver) => host.rooms.join(entry.room, receiver, entry.seat, entry.handshake))
    register.add(entry, socket, end)
    endWhenOver(socket, entry.expires - host.now(), end)
    // A session or a seat was taken away between the question who it is and the register's knowing the socket. It may have been this one.
    if (register.revocations() !== revocations) void endIfRevoked(entry, again, end)
  }

  const enter = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const ask = () => admitted(request, host)
    const revocations = register.revocations()
    const entry = await ask().catch((error: unknown): CloseReason => {
      log({ event: 'request-failed', method: 'GET', path: '/sync', fault: error instanceof Error ? error.name : '' })
      return 'storage-unavailable'
    })
    // Whoever comes back with everything is greeted in the write that answers the upgrade.
    stream.cork()
    process.nextTick(() => stream.uncork())
    // Also when it has gone meanwhile: the library closes what cannot be upgraded.
    server.handleUpgrade(request, stream, head, (socket) => {
      server.emit('connection', socket, request)
      welcome(socket, entry, ask, revocations)
    })
  }

  const routes = new Hono()
  routes.get('/sync/:negotiation/*', (c, next) => {
    const refused = why(c.req.header('origin'), c.req.header('host'))
    return refused === undefined ? next() : Promise.resolve(problem(c, refused))
  })

  return {
    routes,
    opensFor({ url = '', method, headers }) {
      const isUpgrade = method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket'
      return isUpgrade && pathOf(url, host.settings.basePath) !== undefined && why(headers.origin, headers.host) === undefined
    },
    enter(request, stream, head) {
      // Until the library listens: a connection may break at any time.
      const broken = () => stream.destroy()
      stream.on('error', broken)
      void enter(request, stream, head).finally(() => stream.off('error', broken))
    },
  }
}

/** `expires` is when the session is over, in milliseconds since 1970. */
type Entry = SocketSpeaker & { readonly room: RoomId; readonly handshake: Arrival; readonly expires: number }

async function admitted({ url = '', headers }: IncomingMessage, host: Omit<Host, 'sockets'>): Promise<Entry | CloseReason> {
  const handshake = readHandshake(paramsOf(url))
  if (!handshake.ok) return handshake.close
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  const token = tokenOffered(offered) ?? parse(headers.cookie ?? '', SESSION_COOKIE)[SESSION_COOKIE]
  const who = await whoHolds(token, host.store, host.demo, host.timestamp())
  if (who === undefined || token === undefined) return 'not-signed-in'
  const asked = RoomId.safeParse(pathOf(url, host.settings.basePath))
  const negotiation = asked.success ? roomName(asked.data).negotiation : undefined
  const seat = negotiation && seatAt(who, negotiation)
  if (!asked.success || negotiation === undefined || seat === undefined || !(await host.rooms.admit(asked.data, seat))) return 'not-found'
  const arrival = { ...handshake.handshake, keep: keepingKey(token, asked.data, seat) }
  return { room: asked.data, negotiation, seat, session: who.session.hash, handshake: arrival, expires: Date.parse(who.session.expires) }
}

/** A session that runs out while a socket is open takes it along. `remaining` is in milliseconds. */
function endWhenOver(socket: WebSocket, remaining: number, end: (reason: CloseReason) => void): void {
  let timer: NodeJS.Timeout | undefined
  const wait = (left: number) => {
    timer = setTimeout(() => (left > LONGEST_TIMER ? wait(left - LONGEST_TIMER) : end('not-signed-in')), Math.min(left, LONGEST_TIMER))
    timer.unref()
  }
  wait(Math.max(0, remaining))
  socket.once('close', () => clearTimeout(timer))
}

async function endIfRevoked(entry: Entry, again: () => Promise<Entry | CloseReason>, end: (reason: CloseReason) => void): Promise<void> {
  try {
    const now = await again()
    if (typeof now === 'string') end(now)
    else if (now.seat !== entry.seat) end('not-allowed')
  } catch {
    end('storage-unavailable')
  }
}

/** What of the address names a room, or undefined when it is not below `/sync`. */
function pathOf(url: string, basePath: string): string | undefined {
  const below = `${basePath}/sync/`
  const [path = ''] = url.split('?', 1)
  return path.startsWith(below) && path.includes('/', below.length) ? path.slice(below.length) : undefined
}

/** The parameters of an address; of one that stands there twice the first. */
function paramsOf(url: string): Readonly<Record<string, string>> {
  const at = url.indexOf('?')
  return at === -1 ? {} : Object.fromEntries([...new URLSearchParams(url.slice(at))].toReversed())
}
