/** Unsaved words on the device: through a reload, and for nobody else. */
import { afterEach, expect, test, vi } from 'vitest'
import { memoryDevice, openHouse, TALKS, type Delegate, type House } from '../testing.ts'
import type { ConnectOptions } from './connect.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

async function table() {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
  const device = memoryDevice()
  const come = (seat: string, more: Partial<ConnectOptions> = {}) => opened(house, seat, { device, ...more })
  return { house, device, come, kestria: await come('KES-head') }
}

async function opened(within: House | undefined, seat: string, more: Partial<ConnectOptions>): Promise<Delegate> {
  if (within === undefined) throw new Error('There is no house')
  const delegate = await within.connect(seat, more)
  await within.until(() => isLive(delegate))
  return delegate
}

const isLive = ({ room }: Delegate) => room.view().connection.is === 'live'

/** Types without a connection, and leaves the page without ever having had one again. */
async function typesAndGoes({ house, kestria, device }: Awaited<ReturnType<typeof table>>): Promise<void> {
  house.network.block(true)
  house.network.cut('KES-head')
  await house.settle()
  kestria.types('ceasefire', ' At once.')
  kestria.deletes('relief', 1)
  kestria.room.close()
  await house.until(() => device.records().length === 1)
  house.network.block(false)
}

test('[copy-12] what was typed without a connection outlives the page, and comes back in the names it was written in', async () => {
  const all = await table()
  const { house, device, come } = all
  const lease = all.kestria.room.doc().clientID
  await typesAndGoes(all)
  const again = await come('KES-head')
  await house.until(() => again.reads('ceasefire').includes('At once') && again.room.view().unsaved === 0)
  const orlava = await come('ORL-head')
  expect([orlava.reads('ceasefire'), orlava.reads('relief')]).toEqual(['Fire ceases. At once.', 'Relief begins'])
  expect(again.room.view().refused).toEqual([])
  expect(again.room.doc().clientID).not.toBe(lease)
  expect(orlava.room.doc().store.clients.has(lease)).toBe(true)
  await house.until(() => device.records().length === 0)
})

test('[copy-12] words that two tabs bring stand once', async () => {
  const all = await table()
  const { house, device, come } = all
  await typesAndGoes(all)
  const before = device.copy()
  const [one, other] = [await come('KES-head'), await opened(house, 'KES-head', { device: before })]
  await house.until(() => [one, other].every(({ room }) => room.view().unsaved === 0))
  await house.settle()
  expect([one, other].map((tab) => tab.reads('ceasefire'))).toEqual(['Fire ceases. At once.', 'Fire ceases. At once.'])
})

test('[copy-13] what is kept is sealed: nobody else reads it, in another session the same person does not either, and it stays theirs', async () => {
  const all = await table()
  const { house, device, come } = all
  await typesAndGoes(all)
  const [record] = device.records()
  expect(Buffer.from(record?.sealed ?? []).includes('At once')).toBe(false)
  const orlava = await come('ORL-head')
  await house.settle()
  house.network.keys.renew('KES-head')
  const elsewhere = await come('KES-head')
  await house.settle()
  for (const { room } of [orlava, elsewhere]) expect(room.view()).toMatchObject({ unsaved: 0, refused: [] })
  expect(orlava.reads('ceasefire')).toBe('Fire ceases.')
  expect(device.records()).toEqual([record])
})

test('[copy-14] words of another life of the room, and words that may not be written any more, come back as drafts and leave the device', async () => {
  const all = await table()
  const { house, device, come } = all
  await typesAndGoes(all)
  const [record] = device.records()
  if (record === undefined) throw new Error('Nothing was kept')
  await house.store.rooms.raiseEpoch(TALKS, 2)
  house.crash()
  const again = await come('KES-head')
  await house.until(() => again.room.view().refused.length === 2)
  expect(again.room.view().refused).toMatchObject([
    { root: 'clause/ceasefire', text: 'Fire ceases. At once.', code: 'other-epoch' },
    { root: 'clause/relief', text: 'Relief begins', code: 'other-epoch' },
  ])
  expect(again.reads('ceasefire')).toBe('Fire ceases.')
  await house.until(() => device.records().length === 0)
})

test('[copy-14] a refused batch leaves the device, so that it is not tried for ever', async () => {
  const all = await table()
  const { house, device, come } = all
  await typesAndGoes(all)
  const chair = await come('CHR-head')
  expect(await chair.gives('clause.freeze', { clause: 'ceasefire', reason: 'Agreed by all.' })).toEqual({ ok: true })
  const again = await come('KES-head')
  await house.until(() => again.room.view().refused.length > 0 && isLive(again))
  expect(again.room.view().refused[0]).toMatchObject({ root: 'clause/ceasefire', text: 'Fire ceases. At once.' })
  await house.until(() => device.records().length === 0)
})

test('[copy-13] when the right is gone, nothing stays on the device', async () => {
  const { house, device, kestria } = await table()
  house.network.block(true)
  house.network.cut('KES-head')
  await house.settle()
  kestria.types('ceasefire', ' At once.')
  await house.until(() => device.records().length === 1)
  house.network.block(false)
  const { length } = house.network.sockets
  await vi.waitFor(() => expect(house.network.sockets.length).toBeGreaterThan(length), 10_000)
  kestria.socket().dismiss(4403, 'not-allowed')
  await house.until(() => device.records().length === 0)
  expect(kestria.room.view().refused).toMatchObject([{ text: 'Fire ceases. At once.' }])
  await house.settle()
  expect(device.keptDrafts()).toEqual([])
})

/** Types in a clause that is being frozen, and leaves the page with the draft that the words became. */
async function typesTooLate({ house, device, come, kestria }: Awaited<ReturnType<typeof table>>) {
  const chair = await come('CHR-head')
  void chair.room.submit('clause.freeze', { clause: 'ceasefire', reason: 'Agreed by all.' })
  house.network.deliverUp()
  kestria.types('ceasefire', ' At once.')
  await house.until(() => device.keptDrafts().length === 1 && isLive(kestria))
  const [draft] = kestria.room.view().refused
  kestria.room.close()
  return draft
}

test('[copy-17] a draft outlives the page until its author dismisses it, and nobody else reads it', async () => {
  const all = await table()
  const { house, device, come } = all
  const draft = await typesTooLate(all)
  expect(Buffer.from(device.keptDrafts()[0]?.sealed ?? []).includes('At once')).toBe(false)

  const orlava = await come('ORL-head')
  const again = await come('KES-head')
  await house.until(() => again.room.view().refused.length === 1)
  expect(again.room.view().refused).toEqual([draft])
  expect(draft).toMatchObject({ root: 'clause/ceasefire', text: 'Fire ceases. At once.' })
  expect(orlava.room.view().refused).toEqual([])
  expect(again.reads('ceasefire')).toBe('Fire ceases.')

  again.room.dismiss(draft?.id ?? '')
  await house.until(() => device.keptDrafts().length === 0)
  again.room.close()
  const last = await come('KES-head')
  await house.settle()
  expect(last.room.view().refused).toEqual([])
})

test('[copy-13] in another session the same person does not read the drafts of the last', async () => {
  const all = await table()
  const { house, device, come } = all
  await typesTooLate(all)
  house.network.keys.renew('KES-head')
  const elsewhere = await come('KES-head')
  await house.settle()
  expect(elsewhere.room.view().refused).toEqual([])
  expect(device.keptDrafts()).toHaveLength(1)
})
