/** The browser's end: offline and back, the record it checks, and the lives of its document. */
import { ClauseId, type Entry, type Head, type RoomId } from '@entente/agreement'
import type { StoredRoom } from '@entente/store'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../close.ts'
import { readFrame, readServerMessage, writeMessage, type ServerMessage } from '../frames.ts'
import { faultyStore, openHouse, TALKS, type Delegate, type FaultyStore, type House, type MemorySocket } from '../testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

async function table() {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
  return { house, kestria: await house.connect('KES-head'), orlava: await house.connect('ORL-head') }
}

const ceasefire = ClauseId.parse('ceasefire')
const isLive = ({ room }: Delegate) => room.view().connection.is === 'live'

test('[copy-1] what is typed offline is kept, counted as unsaved, and merges on return under the same lease', async () => {
  const { house, kestria, orlava } = await table()
  const lease = kestria.room.doc().clientID
  house.network.block(true)
  house.network.cut()
  await house.settle()
  expect(kestria.room.view().connection).toMatchObject({ is: 'offline', attempt: 1 })
  kestria.types('ceasefire', ' At once.')
  kestria.deletes('relief', 1)
  orlava.types('ceasefire', ' Everywhere.')
  expect(kestria.room.view().unsaved).toBe(2)
  expect(kestria.room.view().readings.get(ceasefire)?.wording.blocks).toMatchObject([{ runs: [{ text: 'Fire ceases. At once.' }] }])
  house.network.block(false)
  await house.until(() => isLive(kestria) && isLive(orlava))
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  expect(kestria.reads('ceasefire')).toBe(orlava.reads('ceasefire'))
  expect(kestria.reads('ceasefire')).toMatch(/^Fire ceases\./)
  expect(orlava.reads('ceasefire')).toContain(' At once.')
  expect(orlava.reads('ceasefire')).toContain(' Everywhere.')
  expect(orlava.reads('relief')).toBe('Relief begins')
  expect(kestria.room.doc().clientID).toBe(lease)
  expect(kestria.room.view().refused).toEqual([])
})

test('[copy-2] words typed the moment the socket opens, before the server has asked for those typed offline, are not refused', async () => {
  const { house, kestria, orlava } = await table()
  house.network.block(true)
  house.network.cut()
  kestria.types('ceasefire', ' Offline.')
  house.network.block(false)
  const before = house.network.sockets.length
  await house.until(() => house.network.sockets.length > before)
  kestria.types('ceasefire', ' Opening.')
  await house.until(() => isLive(kestria) && isLive(orlava))
  await house.settle()
  expect(kestria.room.view()).toMatchObject({ unsaved: 0, refused: [] })
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. Offline. Opening.')
})

test('[copy-3] a statement is not sent without a connection, and never later by itself', async () => {
  const { house, kestria } = await table()
  const entries = (await house.entries()).length
  house.network.cut()
  await house.settle()
  expect(await kestria.accepts('ceasefire')).toEqual({ ok: false, refusal: { code: 'offline' } })
  await house.until(() => isLive(kestria))
  await house.settle()
  expect(await house.entries()).toHaveLength(entries)
})

test('[copy-4] a command whose answer was lost is answered by the journal: recorded', async () => {
  const { house, kestria } = await table()
  const answer = kestria.room.submit('thread.open', { clause: 'ceasefire', text: 'Which fire?' })
  house.network.deliverUp()
  house.time.advance(100)
  await new Promise((resolve) => setImmediate(resolve))
  house.network.cut()
  await house.until(() => isLive(kestria))
  expect(await answer).toEqual({ ok: true })
  expect(kestria.room.view().negotiation.threads.size).toBe(1)
})

test('[copy-4] a command whose answer was lost is answered by the journal: not recorded', async () => {
  const { house, kestria } = await table()
  const answer = kestria.room.submit('thread.open', { clause: 'ceasefire', text: 'Which fire?' })
  house.network.cut()
  await house.until(() => isLive(kestria))
  expect(await answer).toEqual({ ok: false, refusal: { code: 'connection-lost' } })
  expect((await house.entries()).some(({ fact }) => fact.kind === 'thread-opened')).toBe(false)
})

test('[copy-5] only the entries that are missing are sent on return', async () => {
  const { house, kestria, orlava } = await table()
  const all = (await house.entries()).length
  expect(entriesIn(kestria).map(({ seq }) => seq)).toEqual(Array.from({ length: all }, (_, index) => index + 1))
  house.network.cut()
  await house.until(() => isLive(orlava))
  await orlava.gives('thread.open', { clause: 'ceasefire', text: 'Which fire?' })
  await house.until(() => isLive(kestria))
  expect(entriesIn(kestria).map(({ seq }) => seq)).toEqual([all + 1, all + 2])
  expect(kestria.room.view().record).toEqual(orlava.room.view().record)
  expect(kestria.room.view().negotiation).toEqual(orlava.room.view().negotiation)
})

test('a long journal arrives in several frames', async () => {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.' }, { limits: { entriesPerFrame: 4 } })
  const kestria = await house.connect('KES-head')
  expect(kestria.room.view().negotiation.seq).toBe((await house.entries()).length)
  expect(kestria.room.view().record.chain).toEqual({ is: 'verified' })
})

test('[copy-6] an entry that does not continue the chain ends the connection, and nothing after it is believed', async () => {
  const { house, kestria, orlava } = await table()
  await orlava.gives('thread.open', { clause: 'ceasefire', text: 'Which fire?' })
  const before = kestria.room.view().negotiation
  const last = (await house.entries()).at(-1)
  const forged = { ...last, seq: before.seq + 1, previous: last?.hash }
  kestria.socket().arrive(writeMessage({ kind: 'entries', entries: [forged as Entry] }))
  await house.settle()
  expect(kestria.room.view().connection).toEqual({ is: 'ended', code: 0, reason: 'chain-broken' })
  expect(kestria.room.view().record.chain).toEqual({ is: 'broken', seq: before.seq + 1 })
  expect(kestria.room.view().negotiation).toBe(before)
})

test('[copy-6] a server whose journal is shorter than it was, or another one, is not believed', async () => {
  const { kestria, orlava } = await table()
  const { head } = orlava.room.view().record
  await kestria.gives('thread.open', { clause: 'ceasefire', text: 'Which fire?' })
  kestria.socket().arrive(welcome(kestria, head))
  expect(kestria.room.view().record.chain).toEqual({ is: 'broken', seq: head.seq + 1 })
  const own = orlava.room.view().record.head
  orlava.socket().arrive(welcome(orlava, { seq: own.seq, hash: head.hash }))
  expect(orlava.room.view().record.chain).toEqual({ is: 'broken', seq: own.seq })
})

/** From now on the store holds less of every room, in another life of it; only leases are written. */
function restore(store: FaultyStore, less: (stored: StoredRoom) => Partial<StoredRoom>) {
  const load = store.rooms.load.bind(store.rooms)
  Object.assign(store.rooms, {
    async load(room: RoomId) {
      const stored = await load(room)
      return stored && { ...stored, ...less(stored), epoch: 2 }
    },
    commit: () => Promise.resolve(),
  })
}

test('[copy-7] a restored backup never merges with what a browser holds; what it lacks is kept aside', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.', access: 'Roads open.' }, { store })
  const kestria = await house.connect('KES-head')
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  const today = kestria.room.doc()
  // The backup of the morning, with its epoch raised.
  restore(store, (stored) => ({ updates: stored.updates.slice(0, 1) }))
  house.crash()
  kestria.types('relief', ' Soon.')
  await house.until(() => isLive(kestria))
  expect(kestria.room.doc()).not.toBe(today)
  expect(kestria.reads('ceasefire')).toBe('Fire ceases.')
  expect(kestria.reads('relief')).toBe('Relief begins.')
  expect(kestria.room.view()).toMatchObject({
    unsaved: 0,
    refused: [
      { root: 'clause/ceasefire', text: 'Fire ceases. At once.', code: 'other-epoch' },
      { root: 'clause/relief', text: 'Relief begins. Soon.', code: 'other-epoch' },
    ],
  })
  expect(kestria.room.view().record.chain).toEqual({ is: 'verified' })
})

test('[copy-8] nothing is written under a clientID that was not leased to this connection', async () => {
  const { house, kestria } = await table()
  const leases = await house.store.rooms.leases(TALKS)
  expect(leases.get(kestria.room.doc().clientID)).toBe('KES-head')
  expect(kestria.room.awareness().clientID).toBe(kestria.room.doc().clientID)
  // Yjs gives itself another clientID when it hears its own from elsewhere.
  const old = kestria.room.doc()
  const said = vi.spyOn(console, 'log').mockReturnValue()
  const twin = new Y.Doc()
  twin.clientID = old.clientID
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(old))
  twin.getXmlFragment('clause/relief').push([new Y.XmlElement('paragraph')])
  Y.applyUpdate(old, Y.encodeStateAsUpdate(twin))
  said.mockRestore()
  await house.until(() => kestria.room.doc() !== old && isLive(kestria))
  expect((await house.store.rooms.leases(TALKS)).get(kestria.room.doc().clientID)).toBe('KES-head')
})

test('a view is one object until something changes, and listeners are told', async () => {
  const { house, kestria } = await table()
  const before = kestria.room.view()
  expect(kestria.room.view()).toBe(before)
  let told = 0
  const stop = kestria.room.subscribe(() => (told += 1))
  kestria.types('ceasefire', '!')
  expect(kestria.room.view()).not.toBe(before)
  expect(kestria.room.view().negotiation).toBe(before.negotiation)
  await house.until(() => told > 0)
  stop()
})

test('[copy-18] whoever shows the room hears of a fresh document before anything else can happen, and once', async () => {
  const { house, kestria } = await table()
  await house.settle()
  const { room } = kestria
  const refused = room.doc()
  const heard: unknown[] = []
  const stop = room.subscribe(() => heard.push([room.doc() !== refused, room.view().loaded]))
  kestria.types('ceasefire', ' At once.')
  kestria.socket().dismiss(CLOSE['update-refused'], 'update-refused')
  expect(heard).toEqual([[true, false]])
  stop()
  await house.until(() => isLive(kestria))
  expect(room.view()).toMatchObject({ unsaved: 0, refused: [{ text: 'Fire ceases. At once.' }] })
})

test('[copy-9] when the connection ends for good, the words the server never had are kept to be copied', async () => {
  const { house, kestria } = await table()
  await house.settle()
  kestria.types('ceasefire', ' At once.')
  kestria.socket().dismiss(4403, 'not-allowed')
  expect(kestria.room.view()).toMatchObject({
    connection: { is: 'ended', reason: 'not-allowed' },
    refused: [{ root: 'clause/ceasefire', text: 'Fire ceases. At once.', code: 'not-allowed' }],
  })
})

test('[copy-10] after a restore the end of the record this browser had is kept, with the entries the restored one lacks', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.' }, { store })
  const kestria = await house.connect('KES-head')
  const morning = (await house.entries()).length
  await kestria.accepts('ceasefire')
  const { head, entries } = kestria.room.view().record
  expect(kestria.room.view().restored).toBeUndefined()
  restore(store, (stored) => ({ entries: stored.entries.slice(0, morning) }))
  house.crash()
  await house.until(() => isLive(kestria))
  expect(kestria.room.view().record.head.seq).toBe(morning)
  expect(kestria.room.view().restored).toEqual({ head, backup: undefined, missing: entries.slice(morning) })
  expect(entries.slice(morning)).not.toEqual([])
  kestria.room.dismissRestored()
  expect(kestria.room.view().restored).toBeUndefined()
})

test('[copy-11] when the session is over, every text that was written in is kept to be copied, saved or not', async () => {
  const { house, kestria } = await table()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  kestria.socket().dismiss(4401, 'not-signed-in')
  expect(kestria.room.view().refused).toMatchObject([{ root: 'clause/ceasefire', text: 'Fire ceases. At once.', code: 'not-signed-in' }])
})

test('the end of a connection is told once', async () => {
  const { house } = await table()
  const ends: unknown[] = []
  const stranger = await house.connect('NOBODY-head', { onEnded: (ended) => ends.push(ended) })
  await house.settle()
  expect(ends).toEqual([{ is: 'ended', code: 4403, reason: 'not-allowed' }])
  stranger.room.close()
  expect(ends).toHaveLength(1)
})

/** The server's greeting, with another end of the journal. */
function welcome({ socket }: Delegate, head: Head): Uint8Array {
  const [greeting] = messagesIn(socket())
  if (greeting?.kind !== 'welcome') throw new Error('The first frame is the welcome')
  return writeMessage({ ...greeting, head })
}

function entriesIn({ socket }: Delegate): readonly Entry[] {
  return messagesIn(socket()).flatMap((message) => (message.kind === 'entries' ? message.entries : []))
}

function messagesIn({ received }: MemorySocket): readonly ServerMessage[] {
  return received.flatMap((bytes) => {
    const frame = readFrame(bytes)
    return (frame?.kind === 'message' ? readServerMessage(frame.json) : undefined) ?? []
  })
}
