import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  CLOSE,
  carriesWords,
  closeReason,
  limits,
  readClientMessage,
  readFrame,
  readHandshake,
  readServerMessage,
  retryable,
  tokenOffered,
  offerProtocols,
  writeAwareness,
  writeHandshake,
  writeMessage,
  writeStep1,
  writeStep2,
  writeUpdate,
  PROTOCOL_VERSION,
} from './frames.ts'

test('[wire-1] the frames with words are those of y-protocols', () => {
  const doc = new Y.Doc()
  doc.getXmlFragment('clause/1').insert(0, [new Y.XmlElement('paragraph')])
  const theirs = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    syncProtocol.writeSyncStep2(encoder, doc)
  })
  expect(writeStep2(Y.encodeStateAsUpdate(doc))).toEqual(theirs)
  expect(readFrame(theirs)).toEqual({ kind: 'step-2', update: Y.encodeStateAsUpdate(doc) })
  expect(readFrame(writeStep1(Y.encodeStateVector(doc)))).toEqual({ kind: 'step-1', stateVector: Y.encodeStateVector(doc) })
  expect(readFrame(writeUpdate(new Uint8Array([1, 2])))).toEqual({ kind: 'update', update: new Uint8Array([1, 2]) })
  expect(readFrame(writeAwareness(new Uint8Array([0])))).toEqual({ kind: 'awareness', update: new Uint8Array([0]) })
  expect(readFrame(new Uint8Array([3]))).toEqual({ kind: 'query-awareness' })
})

test.each([
  ['empty', []],
  ['an unknown type', [77, 0]],
  ['the auth type, which only servers of others send', [2, 0]],
  ['an unknown step of sync', [0, 3, 0]],
  ['a length beyond the end', [0, 2, 200, 1, 1]],
  ['a length of 2³²−1', [0, 2, 255, 255, 255, 255, 15]],
  ['a number without end', [0, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
  ['a payload cut short', [1, 5, 0]],
  ['bytes after the end', [3, 0]],
  ['text that is not UTF-8', [4, 2, 0xc3, 0x28]],
])('[wire-2] a frame that is %s is not of the protocol', (_, bytes) => {
  expect(readFrame(new Uint8Array(bytes))).toBeUndefined()
})

test('[wire-2] any bytes at all give a frame or nothing, never an exception', () => {
  const seed = 20_261_109
  let state = seed
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
  let frames = 0
  for (let round = 0; round < 20_000; round += 1) {
    const bytes = Uint8Array.from({ length: random() % 12 }, () => (random() >>> 24) % (round % 2 === 0 ? 256 : 6))
    if (readFrame(bytes) !== undefined) frames += 1
  }
  expect(frames).toBeGreaterThan(300)
})

test('[wire-3] a message is one of ours or nothing', () => {
  const command = { kind: 'command', request: 'r1', name: 'round.open', input: { label: 'One' } } as const
  const frame = readFrame(writeMessage(command))
  expect(frame?.kind === 'message' && readClientMessage(frame.json)).toEqual(command)
  for (const json of [
    '',
    '{',
    'null',
    '[]',
    '{"kind":"welcome"}',
    '{"kind":"command","request":"","name":"x","input":1}',
    '{"kind":"command","request":"a b","name":"x"}',
  ])
    expect([json, readClientMessage(json)]).toEqual([json, undefined])
  // A speaker is never taken from what is sent.
  expect(readClientMessage(JSON.stringify({ ...command, seat: 'CHR-head' }))).toBeUndefined()
  expect(readServerMessage(JSON.stringify({ kind: 'saved', updates: 3 }))).toEqual({ kind: 'saved', updates: 3 })
  expect(readServerMessage('{"kind":"later"}')).toBeUndefined()
})

test('both ends count the same frames as words', () => {
  expect([writeStep2(new Uint8Array()), writeUpdate(new Uint8Array())].map(carriesWords)).toEqual([true, true])
  const others = [writeStep1(new Uint8Array()), writeAwareness(new Uint8Array()), writeMessage({ kind: 'saved', updates: 0 })]
  expect(others.map(carriesWords)).toEqual([false, false, false])
})

const current = writeHandshake({ epoch: 0, since: 0, client: undefined })

test('[wire-4] the handshake turns away other versions, each with its own code', () => {
  expect(readHandshake(current)).toEqual({ ok: true, handshake: { epoch: 0, since: 0, client: undefined, clients: [] } })
  const close = (params: object) => {
    const read = readHandshake({ ...current, ...params })
    return read.ok ? 'taken' : read.close
  }
  expect(close({ protocol: String(PROTOCOL_VERSION - 1) })).toBe('client-too-old')
  expect(close({ schema: '0' })).toBe('client-too-old')
  expect(close({ protocol: String(PROTOCOL_VERSION + 1) })).toBe('server-too-old')
  expect(close({ schema: '999' })).toBe('server-too-old')
  // The version is read first.
  expect(close({ protocol: '0', epoch: 'said otherwise in that version' })).toBe('client-too-old')
})

test.each([
  { protocol: undefined },
  { protocol: '1e0' },
  { epoch: '-1' },
  { since: '1.5' },
  { client: '0' },
  { client: '4294967296' },
  { clients: '1,,2' },
  { clients: Array.from({ length: limits.claimedClients + 1 }, (_, index) => index + 1).join(',') },
])('[wire-4] an unreadable handshake %o is answered with bad-request', (params) => {
  expect(readHandshake({ ...current, ...params })).toEqual({ ok: false, close: 'bad-request' })
})

test('[wire-5] a token travels as a subprotocol', () => {
  expect(offerProtocols('secret')).toEqual(['entente', 'bearer.secret'])
  expect(tokenOffered(offerProtocols('secret'))).toBe('secret')
  expect(tokenOffered(offerProtocols(undefined))).toBeUndefined()
  expect(JSON.stringify(current)).not.toContain('secret')
})

test('[wire-6] every close code has one reason, and 44xx alone are final', () => {
  const codes = Object.values(CLOSE)
  expect(new Set(codes).size).toBe(codes.length)
  for (const [reason, code] of Object.entries(CLOSE)) expect(closeReason(code)).toBe(reason)
  expect(codes.filter((code) => !retryable(code)).every((code) => code >= 4400 && code < 4500)).toBe(true)
  expect(retryable(CLOSE['storage-unavailable'])).toBe(true)
  expect(closeReason(1_006)).toBeUndefined()
})
