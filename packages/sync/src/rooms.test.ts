/** Rooms come and go: one memory of each at any time, nothing sent before it is decided, and a bad one harms no other. */
import { Entry, RoomId, SeatId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { plainText, readText, writeText } from '@entente/draft'
import { Corrupt } from '@entente/store'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRoom } from './connection/connect.ts'
import { readFrame, readServerMessage, writeAwareness, writeStep2, type Handshake } from './frames.ts'
import { content, forgeOne } from './gate/testing.ts'
import { compareCopy, type Compare } from './room/copy.ts'
import { FOLD_AFTER } from './room/folding.ts'
import { LINGER } from './room/slot.ts'
import { timestamp } from './room/time.ts'
import { diskFull, faultyStore, found, openHouse, TALKS, type Delegate, type House } from './testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const clauses = { ceasefire: 'Fire ceases.', relief: 'Relief begins.' }
const fresh: Handshake = { epoch: 0, since: 0, client: undefined, clients: [] }
const kes = SeatId.parse('KES-head')

/** A bare socket that keeps what it is sent. */
function bareSocket() {
  const frames: Uint8Array[] = []
  const closed: { code: number; reason: string }[] = []
  return {
    frames,
    closed,
    end: {
      send: (out: { readonly frames: readonly Uint8Array[] }) => void frames.push(...out.frames),
      close: (code: number, reason: string) => void closed.push({ code, reason }),
      unsent: () => 0,
    },
  }
}

const kinds = (frames: readonly Uint8Array[]) =>
  frames.map((bytes) => {
    const frame = readFrame(bytes)
    return frame?.kind === 'message' ? (readServerMessage(frame.json)?.kind ?? 'unknown') : (frame?.kind ?? 'unreadable')
  })

test('[wire-7] the welcome is the first frame, then the journal, who is here, and what the server has', async () => {
  house = await openHouse('KES ORL', clauses)
  const socket = bareSocket()
  const link = house.rooms().join(TALKS, socket.end, kes, fresh)
  await house.settle()
  expect(kinds(socket.frames).slice(0, 4)).toEqual(['welcome', 'entries', 'presence', 'step-1'])
  link.gone()
})

test.each<readonly [string, string, SeatId, Partial<Handshake>]>([
  ['a room that does not exist', 'not-found', kes, {}],
  ['a seat nobody was assigned', 'not-allowed', SeatId.parse('XYZ-head'), {}],
  ['a document of another life of the room', 'other-epoch', kes, { epoch: 7 }],
])('[wire-8] %s is refused with %s before a single byte is sent', async (what, reason, seat, handshake) => {
  house = await openHouse('KES ORL', clauses)
  const socket = bareSocket()
  const room = what.includes('room that') ? RoomId.parse('nowhere/table') : TALKS
  house.rooms().join(room, socket.end, seat, { ...fresh, ...handshake })
  await house.settle()
  expect(socket.closed.map((closed) => closed.reason)).toEqual([reason])
  expect(socket.frames).toEqual([])
})

test('[wire-8] a lease of somebody else is refused, also after they have left', async () => {
  house = await openHouse('KES ORL', clauses)
  const orlava = await house.connect('ORL-head')
  const client = orlava.room.doc().clientID
  const sockets = [bareSocket(), bareSocket()] as const
  house.rooms().join(TALKS, sockets[0].end, kes, { ...fresh, client })
  orlava.room.close()
  await house.settle()
  house.rooms().join(TALKS, sockets[1].end, kes, { ...fresh, client })
  await house.settle()
  for (const { closed, frames } of sockets) expect([closed, frames]).toEqual([[{ code: 4403, reason: 'not-allowed' }], []])
})

test('[wire-8] the clientID of the server itself cannot be claimed, not even by a seat that happens to be called so', async () => {
  house = await openHouse('KES ORL', clauses)
  const room = RoomId.parse('other/table')
  const told = negotiation('KES ORL', clauses).entries
  const renamed = Entry.array().parse(JSON.parse(JSON.stringify(told).replaceAll('OBS-adviser', 'server')))
  await found(house.store, room, renamed, clauses, timestamp(house.time))
  const [own] = [...(await house.store.rooms.leases(room))].find(([, writer]) => writer === 'server') ?? []
  const [honest, forged] = [bareSocket(), bareSocket()]
  house.rooms().join(room, honest.end, SeatId.parse('server'), fresh)
  house.rooms().join(room, forged.end, SeatId.parse('server'), { ...fresh, client: own })
  await house.settle()
  expect(honest.closed).toEqual([])
  expect(forged.frames).toEqual([])
  expect(forged.closed).toEqual([{ code: 4403, reason: 'not-allowed' }])
})

test('[room-21] the first words of a translation make it a text like any other', async () => {
  house = await openHouse('KES ORL', clauses)
  const room = RoomId.parse('other/table')
  const told = JSON.stringify(negotiation('KES ORL', clauses).entries)
    .replaceAll('"authenticLanguages":[]', '"authenticLanguages":["fr"]')
    .replaceAll('"languages":[]', '"languages":["fr"]')
    .replaceAll('"role":"adviser"', '"role":"reviser"')
  await found(house.store, room, Entry.array().parse(JSON.parse(told)), clauses, timestamp(house.time))
  const reviser = connectRoom({ url: 'ws://house/sync', room, token: 'KES-adviser', WebSocket: house.network.WebSocket })
  await house.settle()
  for (const words of ['Le feu cesse.', ' Aussitôt.']) {
    const fragment = reviser.doc().getXmlFragment('translation/fr/ceasefire')
    if (fragment.length === 0) writeText(fragment, [{ type: 'paragraph', runs: [{ text: words }] }])
    else (fragment.createTreeWalker((node) => node instanceof Y.XmlText).next().value as Y.XmlText).insert(13, words)
    await house.settle()
    const reads = house.rooms().read(room, ({ doc }) => plainText(readText(doc.getXmlFragment('translation/fr/ceasefire'))))
    await house.settle()
    expect(await reads).toEqual({ ok: true, result: plainText(readText(fragment)) })
  }
  expect(reviser.view()).toMatchObject({ unsaved: 0, refused: [], connection: { is: 'live' } })
  // Elsewhere a reviser writes nothing.
  writeText(reviser.doc().getXmlFragment('translation/de/ceasefire'), [])
  await house.settle()
  expect(reviser.view().refused).toMatchObject([{ root: 'translation/de/ceasefire', code: 'forbidden-root' }])
  reviser.close()
})

test('[room-12] frames that come while the room loads are kept in order; too many of them are not', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store, limits: { waitingFrames: 20 } })
  store.hold('loads')
  const kestria = connectRoom({ url: 'ws://house/sync', room: TALKS, token: 'KES-head', WebSocket: house.network.WebSocket })
  const flood = bareSocket()
  const link = house.rooms().join(TALKS, flood.end, kes, fresh)
  for (let index = 0; index < 30; index += 1) link.receive(new Uint8Array([3]))
  await house.settle()
  expect(flood.closed).toEqual([{ code: 4504, reason: 'room-busy' }])
  expect(kestria.view().loaded).toBe(false)
  store.release()
  await house.settle()
  expect(kestria.view().connection).toEqual({ is: 'live' })
  expect(store.loads()).toBe(1)
  kestria.close()
})

test('[room-13] a room that does not hold together is served to nobody, and the others are', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const bad = RoomId.parse('broken/table')
  await found(store, bad, negotiation('KES ORL', clauses).entries, clauses, timestamp(house.time))
  const load = store.rooms.load.bind(store.rooms)
  Object.assign(store.rooms, {
    load: async (room: RoomId) => {
      if (room === bad) throw new Corrupt(bad, 'entries', 4, 'wrong-hash')
      return load(room)
    },
  })
  const first = bareSocket()
  const second = bareSocket()
  house.rooms().join(bad, first.end, kes, fresh)
  house.rooms().join(bad, second.end, kes, fresh)
  await house.settle()
  expect([...first.closed, ...second.closed]).toEqual([
    { code: 4406, reason: 'quarantined' },
    { code: 4406, reason: 'quarantined' },
  ])
  expect([...first.frames, ...second.frames]).toEqual([])
  expect(house.log.filter(({ event }) => event === 'room-quarantined')).toEqual([
    { event: 'room-quarantined', room: bad, why: 'entries 4' },
  ])
  const kestria = await house.connect('KES-head')
  expect(kestria.room.view().connection).toEqual({ is: 'live' })
})

test.each([
  ['is missing one in the middle', (updates: readonly Uint8Array[]) => [updates[0], updates[2]]],
  ['cannot be read', (updates: readonly Uint8Array[]) => [updates[0], new Uint8Array([1, 2, 3])]],
])('[room-13] words whose log %s are quarantined', async (_, spoil) => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const kestria = await house.connect('KES-head')
  for (const word of [' One.', ' Two.']) {
    kestria.types('ceasefire', word)
    await house.settle()
  }
  const load = store.rooms.load.bind(store.rooms)
  Object.assign(store.rooms, {
    load: async (room: RoomId) => {
      const stored = await load(room)
      const spoilt = spoil(stored?.updates.map(({ bytes }) => bytes) ?? [])
      return stored && { ...stored, updates: stored.updates.slice(0, 2).map((update, index) => ({ ...update, bytes: spoilt[index] })) }
    },
  })
  house.crash()
  await house.until(() => kestria.room.view().connection.is === 'ended')
  expect(kestria.room.view().connection).toMatchObject({ reason: 'quarantined' })
})

test('[room-14] a store that cannot read just now is asked again by whoever comes next', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  store.breakWith(diskFull())
  const socket = bareSocket()
  house.rooms().join(TALKS, socket.end, kes, fresh)
  await house.settle()
  expect(socket.closed).toEqual([{ code: 4503, reason: 'storage-unavailable' }])
  store.breakWith(undefined)
  const kestria = await house.connect('KES-head')
  expect(kestria.room.view().connection).toEqual({ is: 'live' })
})

test('[room-15] a room stays a moment after the last has left, then goes, and comes back as it was', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const kestria = await house.connect('KES-head')
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  kestria.room.close()
  await house.settle()
  expect(house.rooms().load()).toEqual({ rooms: 1, members: 0 })
  house.time.advance(LINGER)
  await house.settle()
  expect(house.rooms().load()).toEqual({ rooms: 0, members: 0 })
  const orlava = await house.connect('ORL-head')
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once.')
  expect(store.loads()).toBe(2)
})

test('[room-16] a long history is kept as a snapshot when the last has left, and the room opens from it', async () => {
  house = await openHouse('KES ORL', clauses)
  const kestria = await house.connect('KES-head')
  for (let index = 0; index < 12; index += 1) {
    kestria.types('ceasefire', 'x'.repeat(6_000))
    await house.settle()
  }
  kestria.room.close()
  await house.settle()
  house.time.advance(LINGER)
  await house.settle()
  const stored = await house.store.rooms.load(TALKS)
  expect(stored?.snapshot?.uptoUpdate).toBe(13)
  expect(stored?.updates).toEqual([])
  const orlava = await house.connect('ORL-head')
  expect(orlava.reads('ceasefire')).toBe(`Fire ceases.${'x'.repeat(72_000)}`)
  orlava.types('ceasefire', '!')
  await house.settle()
  expect(orlava.room.view().unsaved).toBe(0)
})

/** Types so much that a snapshot is worth its cost. */
async function writesMuch({ settle }: House, delegate: Delegate) {
  for (let index = 0; index < 12; index += 1) {
    delegate.types('ceasefire', 'x'.repeat(6_000))
    await settle()
  }
}

test('[room-16] whoever comes while a snapshot is compared finds the room as it was, and what they write comes after it', async () => {
  const store = faultyStore()
  const held = Promise.withResolvers<void>()
  let compared = 0
  const compare: Compare = async (copy) => {
    compared += 1
    await held.promise
    return compareCopy(copy)
  }
  house = await openHouse('KES ORL', clauses, { store, compare })
  const kestria = await house.connect('KES-head')
  await writesMuch(house, kestria)
  kestria.room.close()
  await house.settle()
  house.time.advance(LINGER)
  const orlava = await house.connect('ORL-head')
  expect(compared).toBe(1)
  expect(orlava.room.view()).toMatchObject({ loaded: true })
  expect(store.loads()).toBe(1)
  orlava.types('ceasefire', '!')
  await house.settle()
  expect(orlava.room.view().unsaved).toBe(0)
  held.resolve()
  await house.settle()
  expect(house.rooms().load()).toEqual({ rooms: 1, members: 1 })
  const stored = await store.rooms.load(TALKS)
  expect(stored?.snapshot?.uptoUpdate).toBe(13)
  expect(stored?.updates).toHaveLength(1)
})

test('[room-16] what is not stored yet is in no snapshot, and what never is never will be', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const kestria = await house.connect('KES-head')
  const snapshots = () => house?.log.flatMap((event) => (event.event.startsWith('snapshot') ? [event.event] : []))
  const kept = async () => (await store.rooms.load(TALKS))?.snapshot?.uptoUpdate
  /** The document is let go of while the last words wait for the disk. */
  const waits = async ({ settle, time }: House) => {
    store.hold()
    kestria.types('ceasefire', ' Late.')
    await settle()
    time.advance(2 * FOLD_AFTER)
    await settle()
  }
  await writesMuch(house, kestria)
  await waits(house)
  expect(snapshots()).toEqual([])
  store.release()
  await house.settle()
  expect([snapshots(), await kept()]).toEqual([['snapshot-saved'], 14])

  await writesMuch(house, kestria)
  await waits(house)
  store.breakWith(diskFull(), 'commits')
  store.release()
  await house.settle()
  expect(house.log).toContainEqual(expect.objectContaining({ event: 'room-fenced' }))
  expect([snapshots(), await kept()]).toEqual([['snapshot-saved'], 14])
  store.breakWith(undefined)
})

test('[room-16] a snapshot is kept when nobody has written for a while, though people are there, and when much was written without a pause', async () => {
  house = await openHouse('KES ORL', clauses, { limits: { bytesBurst: 16 << 20 } })
  const kestria = await house.connect('KES-head')
  await writesMuch(house, kestria)
  const snapshots = () => house?.log.filter(({ event }) => event === 'snapshot-saved') ?? []
  expect(snapshots()).toEqual([])
  house.time.advance(2 * FOLD_AFTER)
  await house.settle()
  expect(snapshots()).toMatchObject([{ upto: 13 }])
  for (let index = 0; index < 11; index += 1) {
    kestria.types('ceasefire', 'y'.repeat(399_000))
    await house.settle()
    kestria.deletes('ceasefire', 399_000)
    await house.settle()
  }
  expect(snapshots()).toHaveLength(2)
  expect(kestria.room.view()).toMatchObject({ connection: { is: 'live' }, unsaved: 0 })
})

test('[room-16] a copy that does not read as the room does is not kept, and nothing else comes of it', async () => {
  const compare: Compare = async (copy) => compareCopy({ ...copy, bytes: Y.encodeStateAsUpdate(new Y.Doc()) })
  house = await openHouse('KES ORL', clauses, { compare })
  const kestria = await house.connect('KES-head')
  await writesMuch(house, kestria)
  house.time.advance(2 * FOLD_AFTER)
  await house.settle()
  expect(house.log).toContainEqual({ event: 'snapshot-failed', room: TALKS, fault: 'readings' })
  expect((await house.store.rooms.load(TALKS))?.snapshot).toBeUndefined()
  kestria.types('ceasefire', '!')
  await house.settle()
  expect(kestria.room.view()).toMatchObject({ connection: { is: 'live' }, unsaved: 0 })
})

test('[room-17] a server that goes writes and acknowledges what it was sent, says so, and takes nobody in any more', async () => {
  house = await openHouse('KES ORL', clauses)
  const kestria = await house.connect('KES-head')
  kestria.types('ceasefire', ' At once.')
  house.network.deliverUp()
  const closing = house.rooms().close('deployment')
  await house.settle()
  await closing
  expect(kestria.room.view()).toMatchObject({ connection: { is: 'offline' }, unsaved: 0 })
  expect(house.network.sockets[0]?.ended).toEqual({ code: 1012, reason: 'going-away' })
  expect(kinds(house.network.sockets[0]?.received ?? []).slice(-2)).toEqual(['saved', 'going-away'])
  const late = bareSocket()
  house.rooms().join(TALKS, late.end, kes, fresh)
  expect(late.closed).toEqual([{ code: 1012, reason: 'going-away' }])
  const answer = await house.rooms().submit(TALKS, kes, { request: 'r1', name: 'round.open', input: {} })
  expect(answer).toEqual({ ok: false, unavailable: 'going-away' })
  house.crash()
  await house.until(() => kestria.room.view().connection.is === 'live')
  expect(kestria.reads('ceasefire')).toBe('Fire ceases. At once.')
})

test('[room-20] our own mistake in one room drops its memory, not the process and not another room, and waits for the commit under way', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, {
    store,
    onLog({ event }) {
      if (event === 'awareness-forged') throw new TypeError('a mistake')
    },
  })
  const kestria = await house.connect('KES-head')
  const orlava = await house.connect('ORL-head')
  const loads = store.loads()
  store.hold()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  orlava.socket().inject(writeAwareness(new Uint8Array([1, 9, 1, 2, 123, 125])))
  await house.settle()
  expect(house.log.filter(({ event }) => event === 'room-fenced')).toEqual([
    { event: 'room-fenced', room: 'talks/table', why: 'room-reloading', fault: 'TypeError' },
  ])
  expect(orlava.room.view().connection.is).toBe('offline')
  const opened = house.network.sockets.length
  await house.until(() => (house?.network.sockets.length ?? 0) > opened)
  await house.settle()
  expect(store.loads()).toBe(loads)
  store.release()
  await house.until(() => kestria.room.view().connection.is === 'live' && orlava.room.view().connection.is === 'live')
  await house.settle()
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once.')
  expect(kestria.room.view().unsaved).toBe(0)
})

test('[room-20] whoever is being let in while the room is given up is sent away', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const kestria = await house.connect('KES-head')
  store.hold()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  const socket = bareSocket()
  house.rooms().join(TALKS, socket.end, kes, fresh)
  await house.settle()
  store.breakWith(diskFull())
  store.release()
  await house.settle()
  expect(socket.closed).toEqual([{ code: 4503, reason: 'storage-unavailable' }])
  expect(socket.frames).toEqual([])
  store.breakWith(undefined)
})

test('[room-22] a newcomer whose lease cannot be stored reads, disturbs nobody, and writes once the disk takes it', async () => {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const kestria = await house.connect('KES-head')
  store.breakWith(diskFull())
  const [orlava, observer] = [await house.connect('ORL-head'), await house.connect('OBS-head')]
  for (const { room, reads } of [orlava, observer, kestria]) {
    expect(room.view().connection.is).toBe('live')
    expect(reads('ceasefire')).toBe('Fire ceases.')
  }
  expect(house.log.filter(({ event }) => event === 'room-fenced')).toEqual([])
  const client = orlava.room.doc().clientID
  expect((await store.rooms.leases(TALKS)).has(client)).toBe(false)
  // Not stored: the room is given up, and the words stay with whoever typed them.
  orlava.types('ceasefire', ' At once.')
  await house.settle()
  expect(orlava.room.view().unsaved).toBe(1)
  store.breakWith(undefined)
  const { room } = orlava
  await house.until(() => room.view().unsaved === 0 && kestria.reads('ceasefire') === 'Fire ceases. At once.')
  expect(room.view().refused).toEqual([])
  expect(room.doc().clientID).toBe(client)
  expect((await store.rooms.leases(TALKS)).get(client)).toBe('ORL-head')
})

test('[room-22] a clientID that nobody ever wrote under is held by whoever is here under it', async () => {
  house = await openHouse('KES ORL', clauses)
  const observer = await house.connect('OBS-head')
  const client = observer.room.doc().clientID
  const leases = await house.store.rooms.leases(TALKS)
  expect([...leases.values()]).toEqual(['server'])
  const socket = bareSocket()
  house.rooms().join(TALKS, socket.end, kes, { ...fresh, client })
  await house.settle()
  expect(socket.closed).toEqual([{ code: 4403, reason: 'not-allowed' }])
  // Nor are words brought under it by somebody who names it as an earlier one of theirs.
  const forger = bareSocket()
  const link = house.rooms().join(TALKS, forger.end, kes, { ...fresh, clients: [client] })
  await house.settle()
  link.receive(writeStep2(forgeOne(client, 0, { content: content.node('paragraph'), parent: 'clause/ceasefire' })))
  await house.settle()
  expect(forger.closed).toEqual([{ code: 4413, reason: 'update-refused' }])
  expect(observer.room.view().connection.is).toBe('live')
  house.network.cut('OBS-head')
  await house.until(() => observer.room.view().connection.is === 'live')
  expect(observer.room.doc().clientID).toBe(client)
})

test('[room-18] coming and going at any moment never makes two memories of a room nor loses a word', async () => {
  const seed = 4_242
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  const reached = { unloads: 0, joinedWhileClosing: 0, words: 0 }
  let expected = 'Fire ceases.'
  for (let round = 0; round < 60; round += 1) {
    const delegate = await house.connect(['KES-head', 'ORL-head', 'KES-adviser'][random(3)] ?? 'KES-head')
    expect(delegate.reads('ceasefire'), `seed ${seed}, round ${round}`).toBe(expected)
    delegate.types('ceasefire', ` ${round}`)
    expected += ` ${round}`
    reached.words += 1
    if (random(2) === 0) await house.settle()
    else {
      // Leaves with the words barely sent.
      house.network.deliverUp()
    }
    delegate.room.close()
    await house.settle(random(8))
    if (random(2) === 0) {
      store.hold()
      house.time.advance(LINGER + random(10))
      // It is asked first whether a snapshot is worth its cost.
      await Promise.resolve()
      reached.joinedWhileClosing += house.rooms().load().rooms === 0 ? 1 : 0
      store.release()
    }
    if (random(3) === 0) {
      house.time.advance(LINGER)
      await house.settle()
      reached.unloads += 1
    }
  }
  expect(reached.unloads).toBeGreaterThan(5)
  expect(reached.joinedWhileClosing).toBeGreaterThan(5)
  expect(house.log.filter(({ event }) => event === 'room-fenced')).toEqual([])
})
