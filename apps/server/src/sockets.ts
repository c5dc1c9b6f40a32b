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

/** The open sockets and for whom they speak, so that a session that ends, or a seat that is taken away, takes its sockets with it. */
export type SocketRegister = {
  /** Closes every socket of a session: whoever it was is signed out. */
  readonly end: (session: TokenHash) => void
  /** Closes every socket of a seat, in all rooms of the negotiation: whoever sat there does not any more. */
  readonly endSeat: (negotiation: NegotiationId, seat: SeatId) => void
  readonly add: (speaker: SocketSpeaker, socket: WebSocket, end: (reason: CloseReason) => void) => void
  readonly count: () => number
}

type SocketSpeaker = { readonly session: TokenHash; readonly negotiation: NegotiationId; readonly seat: SeatId }

export function socketRegister(): SocketRegister {
  const open = new Map<WebSocket, { readonly speaker: SocketSpeaker; readonly end: (reason: CloseReason) => void }>()
  const endWhere = (reason: CloseReason, meant: (speaker: SocketSpeaker) => boolean) => {
    for (const { speaker, end } of open.values()) if (meant(speaker)) end(reason)
  }
  return {
    add(speaker, socket, end) {
      open.set(socket, { speaker, end })
      socket.once('close', () => open.delete(socket))
    },
    end: (session) => endWhere('not-signed-in', (speaker) => speaker.session === session),
    endSeat: (negotiation, seat) => endWhere('not-allowed', (speaker) => speaker.negotiation === negotiation && speaker.seat === seat),
    count: () => open.size,
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
          const end = attach(socket, (receiver) => host.rooms.join(entry.room, receiver, entry.seat, entry.handshake))
          register.add(entry, socket, end)
          void endIfRevoked(c, host, entry, end)
        },
      }
    })(c, next)
  })
  return app
}

type Entry = SocketSpeaker & {
  readonly room: RoomId
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
  if (room === undefined || negotiation === undefined || seat === undefined || roomName(room).kind !== 'table') return 'not-found'
  return { room, negotiation, seat, session: who.session.hash, handshake: handshake.handshake }
}

/** A session or a seat may have been taken away between the question who it is and the register's knowing the socket. So it is asked again. */
async function endIfRevoked(c: Context, host: Omit<Host, 'sockets'>, entry: Entry, end: (reason: CloseReason) => void): Promise<void> {
  try {
    const now = await admitted(c, host)
    if (typeof now === 'string') end(now)
    else if (now.seat !== entry.seat) end('not-allowed')
  } catch {
    end('storage-unavailable')
  }
}

function roomAsked(c: Context): RoomId | undefined {
  const negotiation = NegotiationId.safeParse(c.req.param('negotiation'))
  if (!negotiation.success) return undefined
  const at = c.req.path.indexOf(`/sync/${negotiation.data}/`)
  const room = RoomId.safeParse(c.req.path.slice(at + '/sync/'.length))
  return room.success ? room.data : undefined
}
