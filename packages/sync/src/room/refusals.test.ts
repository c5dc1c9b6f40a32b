/** What a room does not take, and what becomes of whoever sent it. */
import { ClauseId, roomName } from '@entente/agreement'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits, writeAwareness, writeMessage, writeStep1, writeUpdate } from '../frames.ts'
import { faultyStore, openHouse, TALKS, type Delegate, type House, type HouseOptions } from '../testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

async function table(options?: HouseOptions) {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' }, options)
  return { house, kestria: await house.connect('KES-head'), orlava: await house.connect('ORL-head') }
}

/** Which update a delegate's document would send for a change, without making it there. */
function updateFor({ room }: Delegate, change: (doc: Y.Doc) => void, client = room.doc().clientID): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc()))
  copy.clientID = client
  const before = Y.encodeStateVector(copy)
  change(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

const typeIn = (root: string) => (doc: Y.Doc) => {
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment(root).push([paragraph])
  paragraph.push([new Y.XmlText('Forged.')])
}

const refusalsIn = ({ log }: House) => log.flatMap((event) => (event.event === 'update-refused' ? [event.code] : []))

test('[room-1] a refused update stays on the author’s device as a draft, and the author goes on in a fresh document', async () => {
  const { house, kestria, orlava } = await table()
  const old = kestria.room.doc()
  const lease = old.clientID
  kestria.types('relief', ' Soon.')
  await house.settle()
  // The chair takes the pen while Kestria is typing.
  const chair = await house.connect('CHR-head')
  void chair.room.submit('drafting.set', { drafting: 'pen' })
  house.network.deliverUp()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  const view = kestria.room.view()
  expect(view.refused).toMatchObject([{ root: 'clause/ceasefire', text: 'Fire ceases. At once.', code: 'forbidden-root' }])
  expect(view).toMatchObject({ connection: { is: 'live' }, loaded: true, unsaved: 0 })
  expect(kestria.room.doc()).not.toBe(old)
  expect(kestria.room.doc().clientID).not.toBe(lease)
  expect(kestria.reads('ceasefire')).toBe('Fire ceases.')
  expect(kestria.reads('relief')).toBe('Relief begins. Soon.')
  expect(orlava.reads('ceasefire')).toBe('Fire ceases.')

  await chair.gives('drafting.set', { drafting: 'open' })
  kestria.types('ceasefire', ' Everywhere.')
  await house.settle()
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. Everywhere.')
  kestria.room.dismiss(view.refused[0]?.id ?? '')
  expect(kestria.room.view().refused).toEqual([])
})

test('[room-1] while the fresh document is on its way the clauses read as they last did', async () => {
  const { house, kestria } = await table()
  const observer = await house.connect('OBS-head')
  const { readings, assessment } = kestria.room.view()
  house.network.block(true)
  observer.types('ceasefire', ' Observed.')
  await house.settle()
  expect(observer.room.view()).toMatchObject({ loaded: false, refused: [{ root: 'clause/ceasefire' }] })
  expect(observer.room.view().readings.size).toBe(readings.size)
  expect(observer.room.view().readings.get(ClauseId.parse('relief'))).toEqual(readings.get(ClauseId.parse('relief')))
  expect([...observer.room.view().assessment.clauses.keys()]).toEqual([...assessment.clauses.keys()])
})

test('[room-1] a program that writes what it may not each time it starts is not started again for ever', async () => {
  const { house } = await table()
  const observer = await house.connect('OBS-head')
  const isOver = () => observer.room.view().connection.is === 'ended'
  await house.until(() => {
    if (!isOver() && observer.room.view().loaded && observer.room.view().unsaved === 0) observer.types('ceasefire', '!')
    return isOver()
  })
  expect(observer.room.view().connection).toEqual({ is: 'ended', code: 4413, reason: 'update-refused' })
  expect(refusalsIn(house)).toHaveLength(6)
})

test('[room-2] a seat that may not write is refused by the server, whatever its own program lets it do', async () => {
  const { house, orlava } = await table()
  const observer = await house.connect('OBS-head')
  observer.types('ceasefire', ' Observed.')
  await house.settle()
  expect(orlava.reads('ceasefire')).toBe('Fire ceases.')
  expect(refusalsIn(house)).toEqual(['read-only'])
  expect(observer.room.view()).toMatchObject({ connection: { is: 'live' }, refused: [{ root: 'clause/ceasefire', code: 'read-only' }] })
  expect(observer.reads('ceasefire')).toBe('Fire ceases.')
})

test.each<readonly [string, string, (by: Delegate, other: Delegate) => Uint8Array]>([
  ['in another’s name', 'forged-author', (by, other) => updateFor(by, typeIn('clause/ceasefire'), other.room.doc().clientID)],
  ['in nobody’s name', 'author-unbound', (by) => updateFor(by, typeIn('clause/ceasefire'), 4_711)],
  ['in a clause that does not exist', 'forbidden-root', (by) => updateFor(by, typeIn('clause/nowhere'))],
  ['in something that is no text', 'forbidden-root', (by) => updateFor(by, typeIn('elsewhere'))],
  [
    'what a text cannot consist of',
    'schema',
    (by) => updateFor(by, (doc) => doc.getXmlFragment('clause/ceasefire').push([new Y.XmlElement('script')])),
  ],
  ['what is not an update', 'malformed', () => new Uint8Array([255, 255, 255])],
])('[room-2] nobody writes %s', async (_, code, make) => {
  const { house, kestria, orlava } = await table()
  const before = Y.encodeStateAsUpdate(orlava.room.doc())
  const socket = kestria.socket()
  socket.inject(writeUpdate(make(kestria, orlava)))
  await house.settle()
  expect(refusalsIn(house)).toEqual([code])
  expect(socket.ended).toEqual({ code: 4413, reason: 'update-refused' })
  expect(Y.encodeStateAsUpdate(orlava.room.doc())).toEqual(before)
  expect(orlava.room.view().connection.is).toBe('live')
  expect(kestria.room.view().connection.is).toBe('live')
})

test('[room-3] what was taken before a refusal is saved, and only the rest becomes a draft', async () => {
  const { house, kestria, orlava } = await table()
  kestria.types('ceasefire', ' At once.')
  typeIn('clause/nowhere')(kestria.room.doc())
  kestria.types('relief', ' Soon.')
  await house.settle()
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once.')
  expect(orlava.reads('relief')).toBe('Relief begins.')
  expect(kestria.room.view().refused).toMatchObject([
    { root: 'clause/nowhere', text: 'Forged.', code: 'forbidden-root' },
    { root: 'clause/relief', text: 'Relief begins. Soon.', code: 'forbidden-root' },
  ])
  // Yjs cannot apply what comes after a refused update, so it is not even looked at.
  expect(refusalsIn(house)).toEqual(['forbidden-root'])
})

test.each([
  ['too-large', new Uint8Array(limits.frameBytes + 1)],
  ['too-large', writeMessage({ kind: 'command', request: 'r', name: 'thread.open', input: 'x'.repeat(limits.commandBytes) })],
  ['malformed', new Uint8Array([9, 9, 9])],
  ['malformed', writeStep1(new Uint8Array([255]))],
  ['malformed', writeAwareness(new Uint8Array([1, 1, 1, 1, 123]))],
  ['malformed', writeAwareness(new Uint8Array(limits.awarenessBytes + 1))],
])('[room-4] a frame that is %s closes its connection and nobody else’s', async (code, frame) => {
  const { house, kestria, orlava } = await table()
  const socket = kestria.socket()
  socket.inject(frame)
  await house.settle()
  expect(socket.ended?.reason).toBe(code)
  expect(orlava.room.view().connection).toEqual({ is: 'live' })
  orlava.types('ceasefire', ' At once.')
  await house.settle()
  expect(orlava.room.view().unsaved).toBe(0)
})

test('[room-5] more frames than a person causes close the connection, and so does asking for the whole text again and again', async () => {
  const { house, kestria, orlava } = await table({ limits: { frameBurst: 50, framesPerSecond: 10 } })
  const first = kestria.socket()
  for (let index = 0; index < 60; index += 1) first.inject(new Uint8Array([3]))
  const second = orlava.socket()
  for (let index = 0; index < limits.syncBurst + 1; index += 1) second.inject(writeStep1(new Uint8Array([0])))
  await house.settle()
  expect(first.ended).toEqual({ code: 4529, reason: 'rate-limited' })
  expect(second.ended).toEqual({ code: 4529, reason: 'rate-limited' })
})

test('[room-5] more bytes than a person causes close the connection', async () => {
  const { house, kestria } = await table({ limits: { bytesBurst: 10_000, bytesPerSecond: 1_000 } })
  const socket = kestria.socket()
  for (let index = 0; index < 6; index += 1) socket.inject(writeStep1(new Uint8Array(2_000)))
  await house.settle()
  expect(socket.ended).toEqual({ code: 4529, reason: 'rate-limited' })
})

test('[room-5] more changes than a person makes in a minute are refused', { timeout: 20_000 }, async () => {
  const { house, kestria } = await table()
  const socket = kestria.socket()
  for (let round = 0; round < 9 && socket.isOpen(); round += 1) {
    kestria.fragment('clause/ceasefire').push(Array.from({ length: 4_000 }, () => new Y.XmlElement('paragraph')))
    await house.settle()
  }
  expect(refusalsIn(house)).toEqual(['rate-limited'])
})

test('[room-5] a room whose storage is slow takes no more than it can hold', async () => {
  const store = faultyStore()
  const { house, kestria, orlava } = await table({ store, limits: { queuedBytes: 500 } })
  const socket = kestria.socket()
  store.hold()
  kestria.types('ceasefire', 'x'.repeat(300))
  await house.settle()
  kestria.types('ceasefire', 'y'.repeat(300))
  kestria.types('ceasefire', 'z'.repeat(300))
  house.network.deliverUp()
  store.release()
  await house.settle()
  expect(socket.ended).toEqual({ code: 4504, reason: 'room-busy' })
  await house.until(() => kestria.room.view().connection.is === 'live' && kestria.room.view().unsaved === 0)
  expect(orlava.reads('ceasefire')).toHaveLength('Fire ceases.'.length + 900)
})

test('[room-6] a receiver that does not read is cut off and catches up by a fresh sync', async () => {
  const { house, kestria, orlava } = await table()
  const slow = orlava.socket()
  slow.stall()
  for (let index = 0; index < 8; index += 1) {
    kestria.types('ceasefire', ` ${index}`)
    await house.settle()
  }
  expect(house.log.flatMap((event) => (event.event === 'member-left' ? [[event.seat, event.why]] : []))).toEqual([
    ['ORL-head', 'slow-reader'],
  ])
  expect(kestria.room.view().unsaved).toBe(0)
  house.network.cut()
  await house.until(() => orlava.room.view().connection.is === 'live')
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. 0 1 2 3 4 5 6 7')
})

test('[room-7] a seat that is taken away loses its connection at once', async () => {
  const { house, kestria, orlava } = await table()
  const seat = kestria.room.view().speaker?.seat.seat
  if (seat !== undefined) house.rooms().expel(roomName(TALKS).negotiation, seat)
  await house.settle()
  expect(kestria.room.view().connection).toEqual({ is: 'ended', code: 4403, reason: 'not-allowed' })
  expect(orlava.room.view().connection).toEqual({ is: 'live' })
  expect(orlava.room.view().presence.map((one) => one.seat)).toEqual(['ORL-head'])
})

test('[room-19] much of what others wrote, deleted at once, is taken, and on record with its author', async () => {
  const { house, kestria, orlava } = await table()
  orlava.types('relief', ' Convoys pass every day through all crossings.')
  await house.settle()
  kestria.deletes('relief', 50)
  await house.settle()
  expect(house.log.filter(({ event }) => event === 'mass-deletion')).toEqual([
    { event: 'mass-deletion', room: 'talks/table', seat: 'KES-head', root: 'clause/relief', foreign: 50, length: 60 },
  ])
  expect(orlava.reads('relief')).toBe('Relief beg')
  const removal = { kind: 'words-removed', clause: 'relief', author: 'KES-head', removed: 50, of: 60 }
  expect(orlava.room.view().record.entries.at(-1)).toMatchObject({ by: 'server', fact: removal })
  expect((await house.entries()).at(-1)?.fact).toEqual(removal)
})

test('the readings of clauses are those of the server', async () => {
  const { house, kestria } = await table()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  const server = house.rooms().read(TALKS, ({ readings }) => readings.get(ClauseId.parse('ceasefire'))?.fingerprint)
  await house.settle()
  expect(await server).toEqual({ ok: true, result: kestria.room.view().readings.get(ClauseId.parse('ceasefire'))?.fingerprint })
})

test('[room-24] a room that is full refuses more words, keeps them for their author, and takes them once others have gone', async () => {
  const { house, kestria, orlava } = await table({ limits: { roomCharacters: 40 } })
  // 12 and 14 characters stand already.
  kestria.types('ceasefire', ' At once and.')
  await house.settle()
  expect(refusalsIn(house)).toEqual([])
  kestria.types('ceasefire', '..')
  await house.settle()
  expect(refusalsIn(house)).toEqual(['full'])
  expect(kestria.room.view()).toMatchObject({
    connection: { is: 'live' },
    unsaved: 0,
    refused: [{ root: 'clause/ceasefire', text: 'Fire ceases. At once and...', code: 'full' }],
  })
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once and.')

  orlava.deletes('relief', 3)
  await house.settle()
  orlava.types('relief', 'ns:')
  await house.settle()
  kestria.types('ceasefire', '.')
  await house.settle()
  expect(refusalsIn(house)).toEqual(['full'])
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once and..')
})

test('[room-24] statements that bring words are refused in a room that is full; all others are heard', async () => {
  const { house, kestria } = await table({ limits: { roomCharacters: 30 } })
  const on = () => kestria.room.view().readings.get(ClauseId.parse('ceasefire'))?.fingerprint
  const tables = (words: string) =>
    kestria.gives('amendment.table', { clause: 'ceasefire', on: on(), text: [{ type: 'paragraph', runs: [{ text: words }] }] })
  expect(await tables('Fire ceases now.')).toEqual({ ok: true })
  const before = (await house.entries()).length
  expect(await tables('Fire ceases tomorrow.')).toEqual({ ok: false, refusal: { code: 'full' } })
  expect(await kestria.gives('clause.duplicate', { clause: 'relief' })).toMatchObject({ ok: false })
  expect(await house.entries()).toHaveLength(before)
  expect(await kestria.accepts('ceasefire')).toEqual({ ok: true })
  const [amendment] = kestria.room.view().negotiation.amendments.keys()
  expect(await kestria.gives('amendment.withdraw', { amendment })).toEqual({ ok: true })
})
