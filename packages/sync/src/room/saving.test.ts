/** Nothing is sent on, acknowledged or answered before it is on disk; and what cannot be stored was never said. */
import { ClauseId, RoomId, SeatId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { afterEach, expect, test } from 'vitest'
import { diskFull, faultyStore, found, openHouse, TALKS, type House } from '../testing.ts'
import { timestamp } from './time.ts'
import { connectRoom } from '../connection/connect.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const clauses = { ceasefire: 'Fire ceases.', relief: 'Relief begins.' }

async function table() {
  const store = faultyStore()
  house = await openHouse('KES ORL', clauses, { store })
  return { store, house, kestria: await house.connect('KES-head'), orlava: await house.connect('ORL-head') }
}

test('[save-1] words are neither sent on nor acknowledged before the commit', async () => {
  const { store, house, kestria, orlava } = await table()
  store.hold()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(1)
  expect(orlava.reads('ceasefire')).toBe('Fire ceases.')
  store.release()
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once.')
})

test('[save-2] a deletion is acknowledged like any other change', async () => {
  const { store, house, kestria } = await table()
  store.hold()
  kestria.deletes('ceasefire', 1)
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(1)
  store.release()
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
})

test('[save-1] a statement is neither shown nor answered before the commit', async () => {
  const { store, house, kestria, orlava } = await table()
  store.hold()
  let answered = false
  const answer = kestria.accepts('ceasefire').then((one) => {
    answered = true
    return one
  })
  await house.settle()
  expect(answered).toBe(false)
  expect(orlava.room.view().negotiation.positions.size).toBe(0)
  store.release()
  await house.settle()
  expect(await answer).toEqual({ ok: true })
  expect(orlava.room.view().negotiation.positions.size).toBe(1)
})

test('[save-3] whoever comes while a commit is under way is shown nothing of it', async () => {
  const { store, house, kestria } = await table()
  store.hold()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  const late = await house.connect('ORL-adviser')
  expect(late.room.view().loaded).toBe(false)
  expect(late.socket().received).toEqual([])
  store.release()
  await house.settle()
  expect(late.reads('ceasefire')).toBe('Fire ceases. At once.')
})

test('[save-3] a refusal that rests on words not yet stored waits for them', async () => {
  const { store, house, kestria, orlava } = await table()
  const seen = orlava.room.view().readings.get(ClauseId.parse('ceasefire'))?.fingerprint
  store.hold()
  kestria.types('ceasefire', ' At once.')
  const answer = orlava.gives('position.take', { clause: 'ceasefire', on: seen, position: { stance: 'accepts' } })
  const first = await Promise.race([answer, house.settle().then(() => 'nothing yet')])
  expect(first).toBe('nothing yet')
  store.release()
  await house.settle()
  expect(await answer).toMatchObject({ ok: false, refusal: { code: 'text-moved', clause: 'ceasefire' } })
})

test('[save-4] a commit that fails sends everybody away, was never seen, and is done again when storage is back', async () => {
  const { store, house, kestria, orlava } = await table()
  store.breakWith(diskFull())
  kestria.types('ceasefire', ' At once.')
  const answer = orlava.room.submit('round.open', { label: 'One' })
  const acceptance = orlava.room.submit('position.withdraw', { clause: 'ceasefire' })
  await house.settle()
  expect(kestria.socket().ended).toEqual({ code: 4503, reason: 'storage-unavailable' })
  expect(orlava.socket().ended).toEqual({ code: 4503, reason: 'storage-unavailable' })
  expect(kestria.room.view()).toMatchObject({ connection: { is: 'offline' }, unsaved: 1 })
  expect(orlava.reads('ceasefire')).toBe('Fire ceases.')
  expect(house.log).toContainEqual({
    event: 'room-fenced',
    room: 'talks/table',
    why: 'storage-unavailable',
    fault: 'StoreFault: disk-full',
  })

  store.breakWith(undefined)
  await house.until(() => kestria.room.view().connection.is === 'live' && orlava.room.view().connection.is === 'live')
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once.')
  expect(await answer).toMatchObject({ ok: false, refusal: { code: 'storage-unavailable' } })
  expect(await acceptance).toMatchObject({ ok: false, refusal: { code: 'storage-unavailable' } })
})

test('[save-4] a command given over HTTP is told that it was not stored', async () => {
  const { store, house } = await table()
  store.breakWith(diskFull())
  const answer = house.rooms().submit(TALKS, SeatId.parse('CHR-head'), { request: 'r1', name: 'round.open', input: { label: 'One' } })
  await house.settle()
  expect(await answer).toEqual({ ok: false, refusal: { code: 'storage-unavailable' } })
  store.breakWith(undefined)
  expect((await house.entries()).map(({ fact }) => fact.kind)).not.toContain('round-opened')
})

test('[save-8] whoever only reads while a commit fails reads the room as it is on disk', async () => {
  const { store, house, kestria } = await table()
  store.hold()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  const reads = house.rooms().read(TALKS, ({ readings }) => readings.get(ClauseId.parse('ceasefire'))?.wording.blocks[0])
  store.breakWith(diskFull(), 'commits')
  store.release()
  await house.settle()
  expect(await reads).toEqual({ ok: true, result: { type: 'paragraph', runs: [{ text: 'Fire ceases.' }] } })
  expect(house.log).toContainEqual(expect.objectContaining({ event: 'room-fenced' }))
  store.breakWith(undefined)
})

test('[save-5] what two rooms have to write goes into one commit, and a fault of one room is not the other’s', async () => {
  const { store, house, kestria } = await table()
  const second = RoomId.parse('other-talks/table')
  await found(store, second, negotiation('KES ORL', clauses).entries, clauses, timestamp(house.time))
  const other = connectRoom({ url: 'ws://house/sync', room: second, token: 'ORL-head', WebSocket: house.network.WebSocket })
  await house.settle()
  const before = store.batches.length
  kestria.types('ceasefire', ' At once.')
  other.doc().getXmlFragment('clause/relief').delete(0, 1)
  await house.settle()
  expect(store.batches.slice(before).map(({ rooms }) => rooms.map(({ room }) => room))).toEqual([['talks/table', 'other-talks/table']])

  // Somebody else writes the second room behind the server's back: it is fenced, and only it.
  const stored = await store.rooms.load(second)
  await store.rooms.commit({
    rooms: [
      {
        room: second,
        epoch: 1,
        expect: { update: stored?.updates.at(-1)?.seq ?? 0, entry: stored?.entries.length ?? 0 },
        updates: stored?.updates.slice(-1) ?? [],
        entries: [],
      },
    ],
  })
  kestria.types('ceasefire', ' Everywhere.')
  other.doc().getXmlFragment('clause/ceasefire').delete(0, 1)
  await house.settle()
  expect(kestria.room.view()).toMatchObject({ connection: { is: 'live' }, unsaved: 0 })
  expect(other.view().connection.is).toBe('offline')
  expect(house.log.filter(({ event }) => event === 'room-fenced')).toEqual([
    { event: 'room-fenced', room: second, why: 'storage-unavailable', fault: 'Fenced' },
  ])
  other.close()
})

test('[save-6] killing the server loses nothing that was shown as saved', async () => {
  const { store, house, kestria, orlava } = await table()
  kestria.types('ceasefire', ' At once.')
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  store.hold()
  kestria.types('ceasefire', ' Everywhere.')
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(1)
  house.crash()
  store.release()
  kestria.types('ceasefire', ' For good.')
  await house.until(() => kestria.room.view().connection.is === 'live' && orlava.room.view().connection.is === 'live')
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  expect(orlava.reads('ceasefire')).toBe('Fire ceases. At once. Everywhere. For good.')
})
