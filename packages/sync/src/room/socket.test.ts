import { expect, test } from 'vitest'
import { readFrame, beginStep2, writeStep2 } from '../frames.ts'
import { inPieces, outgoing, together } from './socket.ts'

const payload = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251)

test.each([0, 1, 125, 126, 16_383, 16_384, 65_535, 65_536])(
  'a frame of %i bytes is sent with its length before it (RFC 6455, section 5.2)',
  (length) => {
    const frame = payload(length)
    const header =
      length < 126 ? [0x82, length] : length < 65_536 ? [0x82, 126, length >> 8, length & 255] : [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]
    const sent = Buffer.concat([Uint8Array.from(header), frame])
    expect(Buffer.concat(outgoing(frame).wire()).equals(sent)).toBe(true)
    expect(
      Buffer.concat(together(outgoing(Uint8Array.of(7)), outgoing(frame)).wire()).equals(Buffer.concat([Uint8Array.of(0x82, 1, 7), sent])),
    ).toBe(true)
  },
)

test.each([1, 200, 16_384, 70_000])('a message in pieces is the message, also with %i bytes', (length) => {
  const update = payload(length)
  const [inOne, inTwo] = [outgoing(writeStep2(update)), inPieces(beginStep2(length), update)]
  expect(inTwo.frames.map((frame) => readFrame(frame))).toEqual([{ kind: 'step-2', update }])
  expect(Buffer.concat(inTwo.wire()).equals(Buffer.concat(inOne.wire()))).toBe(true)
})

test('large payloads are sent from where they are', () => {
  const update = payload(20_000)
  expect(inPieces(beginStep2(20_000), update).wire().at(-1)?.buffer).toBe(update.buffer)
  expect(outgoing(update, Uint8Array.of(7)).wire()[1]?.buffer).toBe(update.buffer)
})
