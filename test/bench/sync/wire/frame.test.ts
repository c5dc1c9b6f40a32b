import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { encodeFrame, FrameReader, OPCODE } from './frame.ts'
import { Socket } from './socket.ts'

/** Frames as a server writes them: not masked. */
function fromServer(opcode: number, payload: Uint8Array): Buffer {
  const frame = encodeFrame(opcode, payload)
  const header = frame.length - payload.length - 4
  frame[1] = (frame[1] ?? 0) & 0x7f
  return Buffer.concat([frame.subarray(0, header), frame.subarray(header + 4)])
}

const small = [0, 1, 125, 126, 300]
const large = [...small, 65_535, 65_536, 70_000]

/** A stream of binary frames of these lengths with a ping at the end, cut every so many bytes. */
function cutUp(lengths: readonly number[], size: number) {
  const payloads = [...lengths.map((length, index) => Buffer.alloc(length, index + 1)), Buffer.from('?')]
  const stream = Buffer.concat(
    payloads.map((payload, index) => fromServer(index === lengths.length ? OPCODE.ping : OPCODE.binary, payload)),
  )
  const pieces: Buffer[] = []
  for (let at = 0; at < stream.length; at += size) pieces.push(stream.subarray(at, at + size))
  return { payloads, pieces, bytes: stream.length }
}

const cuts = [
  [1, small],
  [2, small],
  [7, small],
  [1_000, large],
  [65_536, large],
  [1_000_000, large],
] as const

test.each(cuts)('frames are read whole from a stream cut every %i bytes', (size, lengths) => {
  const { payloads, pieces, bytes: all } = cutUp(lengths, size)
  const read: Buffer[] = []
  const opcodes: number[] = []
  const reader = new FrameReader((opcode, bytes, start, end) => {
    opcodes.push(opcode)
    read.push(Buffer.from(bytes.subarray(start, end)))
  })
  for (const piece of pieces) reader.push(piece)
  expect(opcodes).toEqual([...lengths.map(() => OPCODE.binary), OPCODE.ping])
  expect(read.map((payload) => payload.length)).toEqual([...lengths, 1])
  expect(Buffer.concat(read).equals(Buffer.concat(payloads))).toBe(true)
  expect(reader).toMatchObject({ frames: payloads.length, bytes: all })
})

test.each(cuts)('frames nobody wants are counted and passed over, but a ping is not (cut every %i bytes)', (size, lengths) => {
  const read: number[] = []
  const reader = new FrameReader(
    (opcode) => read.push(opcode),
    () => false,
  )
  const { payloads, pieces } = cutUp(lengths, size)
  for (const piece of pieces) reader.push(piece)
  expect(read).toEqual([OPCODE.ping])
  expect(reader.frames).toBe(payloads.length)
})

test('speaks with a server that was written by others', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  await once(server, 'listening')
  const heard: { path: string | undefined; messages: unknown[] } = { path: undefined, messages: [] }
  server.on('connection', (socket, request) => {
    heard.path = request.url
    socket.on('message', (message, binary) => {
      heard.messages.push([binary, (message as Buffer).length])
      socket.send(message, { binary })
      if (heard.messages.length === 3) socket.close(4_407, 'malformed')
    })
  })
  const echoes: number[] = []
  let pongs = 0
  const socket = await Socket.open({ port: (server.address() as AddressInfo).port, path: '/a?b=c', headers: { Cookie: 'd=e' } }, (one) => {
    one.onMessage = (_, start, end) => echoes.push(end - start)
    one.onPong = () => (pongs += 1)
  })
  socket.ping()
  socket.send(Buffer.alloc(5))
  socket.send(Buffer.alloc(100_000))
  socket.sendText('hello')
  expect(await socket.ending).toEqual({ code: 4_407, reason: 'malformed' })
  expect(heard).toEqual({
    path: '/a?b=c',
    messages: [
      [true, 5],
      [true, 100_000],
      [false, 5],
    ],
  })
  expect([echoes, pongs]).toEqual([[5, 100_000], 1])
})
