/**
 * WebSockets below `/sync`: who is it, may they, and then the room takes over.
 *
 * Everything is checked before the handshake is answered where HTTP can say no, and otherwise with a close code before a single byte of
 * the document. A refusal never tells whether a room exists: unknown and forbidden look the same.
 */
import { NegotiationId, RoomId, roomName, type SeatId } from '@entente/agreement'
import { upgradeWebSocket } from '@hono/node-server'
import { CLOSE, readHandshake, tokenOffered, type CloseReason } from '@entente/sync/frames'
import type { TokenHash } from '@entente/store'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { WebSocket } from 'ws'
import type { Host } from './host.ts'
import { isOwnOrigin } from './http/origin.ts'
import { problem } from './http/problem.ts'
import { attach } from './sockets/attach.ts'
import { SESSION_COOKIE, seatAt, whoHolds } from './sign-in/who.ts'
import { getCookie } from 'hono/cookie'

/** The open sockets, by the session they speak for, so that a session that ends takes its sockets with it. */
export type SocketRegister = {
  readonly end: (session: TokenHash) => void
  readonly add: (session: TokenHash, socket: WebSocket) => void
  readonly count: () => number
}

export function socketRegister(): SocketRegister {
  const open = new Map<TokenHash, Set<WebSocket>>()
  return {
    add(session, socket) {
      const sockets = open.get(session) ?? new Set()
      open.set(session, sockets.add(socket))
      socket.once('close', () => {
        sockets.delete(socket)
        if (sockets.size === 0) open.delete(session)
      })
    },
    end(session) {
      for (const socket of open.get(session) ?? []) socket.close(CLOSE['not-allowed'], 'not-allowed')
    },
    count: () => [...open.values()].reduce((sum, sockets) => sum + sockets.size, 0),
  }
}

export function socketRoutes(host: Omit<Host, 'sockets'>, register: SocketRegister): Hono {
  const app = new Hono()
  app.get('/sync/:negotiation/*', async (c, next) => {
    if (!isOwnOrigin(c.req.header('origin'), c.req.header('host'), host.settings.origins)) return problem(c, 'origin-refused')
    if (!host.ready()) return problem(c, 'room-busy')
    return upgradeWebSocket(async () => {
      const entry = await admitted(c, host)
      return {
        onOpen(_, { raw }) {
          // Only this library's sockets are ever put here; the interface is for other runtimes as well.
          if (!(raw instanceof WebSocket)) throw new TypeError('Not a WebSocket of ws')
          const socket = raw
          if (typeof entry === 'string') return socket.close(CLOSE[entry], entry)
          register.add(entry.session, socket)
          attach(socket, (end) => host.rooms.join(entry.room, end, entry.seat, entry.handshake))
        },
      }
    })(c, next)
  })
  return app
}

type Entry = {
  readonly room: RoomId
  readonly seat: SeatId
  readonly session: TokenHash
  readonly handshake: Extract<ReturnType<typeof readHandshake>, { ok: true }>['handshake']
}

async function admitted(c: Context, host: Omit<Host, 'sockets'>): Promise<Entry | CloseReason> {
  const handshake = readHandshake(c.req.query())
  if (!handshake.ok) return handshake.close
  const offered = (c.req.header('sec-websocket-protocol') ?? '').split(',').map((protocol) => protocol.trim())
  const who = await whoHolds(tokenOffered(offered) ?? getCookie(c, SESSION_COOKIE), host.store, host.demo, host.timestamp())
  if (who === undefined) return 'not-signed-in'
  const room = roomAsked(c)
  const negotiation = room && roomName(room).negotiation
  const seat = negotiation && seatAt(who, negotiation)
  // Only the table is open to sockets today; private rooms are kept, and closed to everybody.
  if (room === undefined || seat === undefined || roomName(room).kind !== 'table') return 'not-found'
  return { room, seat, session: who.session.hash, handshake: handshake.handshake }
}

function roomAsked(c: Context): RoomId | undefined {
  const negotiation = NegotiationId.safeParse(c.req.param('negotiation'))
  if (!negotiation.success) return undefined
  const at = c.req.path.indexOf(`/sync/${negotiation.data}/`)
  const room = RoomId.safeParse(c.req.path.slice(at + '/sync/'.length))
  return room.success ? room.data : undefined
}
