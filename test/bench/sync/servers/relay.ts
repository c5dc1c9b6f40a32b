/** Sends each message to every other socket of the same path. No document, no disk. */
import { WebSocketServer, type WebSocket } from 'ws'

const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env['PORT']), perMessageDeflate: false })

server.on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('error', () => socket.terminate())
  socket.on('message', (message, binary) => {
    for (const other of room) if (other !== socket) other.send(message, { binary })
  })
  socket.on('close', () => room.delete(socket))
})
