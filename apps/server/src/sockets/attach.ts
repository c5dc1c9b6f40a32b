/**
 * Between a WebSocket of `ws` and a room: bytes in, bytes out, and life signs.
 *
 * What a room sends to everybody is encoded once as WebSocket frames and written as it is: frames from a server are not masked (RFC 6455,
 * section 5.1), so the bytes are the same for every receiver.
 */
import type { Duplex } from 'node:stream'
import type { CloseReason } from '@entente/sync/frames'
import type { Link, Socket } from '@entente/sync/server'
import { WebSocket } from 'ws'

/** How often a peer is asked for a sign of life, in milliseconds. One that missed the last two is cut off. */
export const PING_EVERY = 25_000

/** Hands a socket that was just opened over to a room. Answers how to end it: from then on nothing it sends is heard. */
export function attach(socket: WebSocket, join: (end: Socket) => Link): (reason: CloseReason) => void {
  const link = join(socketOf(socket))
  const inOneWrite = writingOnce(streamOf(socket))
  let silent = 0
  const pinging = setInterval(() => {
    if (silent >= 2) return link.end('timed-out')
    silent += 1
    socket.ping()
  }, PING_EVERY)
  socket.on('pong', () => (silent = 0))
  socket.on('message', (data, isBinary) => {
    if (!isBinary || !(data instanceof Buffer)) return link.end('malformed')
    inOneWrite()
    link.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  })
  socket.once('close', () => {
    clearInterval(pinging)
    link.gone()
  })
  return link.end
}

function socketOf(socket: WebSocket): Socket {
  const stream = streamOf(socket)
  return {
    send(outgoing) {
      if (socket.readyState !== WebSocket.OPEN) return
      if (stream === undefined) for (const frame of outgoing.frames) socket.send(frame)
      else write(stream, outgoing.wire())
    },
    close: (code, reason) => socket.close(code, reason),
    unsent: () => socket.bufferedAmount,
  }
}

/** To be called before something is written: what is written until all that came in the same packet is dealt with goes out together. */
function writingOnce(stream: Duplex | undefined): () => void {
  const uncork = () => stream?.uncork()
  return () => {
    if (stream === undefined || stream.writableCorked > 0) return
    stream.cork()
    process.nextTick(uncork)
  }
}

/** One call of the system for all pieces. */
function write(stream: Duplex, pieces: readonly Uint8Array[]): void {
  if (pieces.length > 1) stream.cork()
  for (const piece of pieces) stream.write(piece)
  if (pieces.length > 1) stream.uncork()
}

/**
 * The connection below. `ws` keeps it in a private field and queues nothing of its own while compression is off, so bytes written here and
 * frames sent by `ws` (pings, close) cannot mix.
 */
function streamOf(socket: WebSocket): Duplex | undefined {
  const below: unknown = Reflect.get(socket, '_socket')
  return isWritable(below) ? below : undefined
}

function isWritable(value: unknown): value is Duplex {
  return typeof value === 'object' && value !== null && 'write' in value && typeof value.write === 'function'
}
