/** Who is at the table, and where their carets are. */
import { afterEach, expect, test } from 'vitest'
import { readFrame, writeAwareness } from '../frames.ts'
import { openHouse, type Delegate, type House } from '../testing.ts'
import { HEARTBEAT } from './attendance.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

async function table() {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.' })
  return { house, kestria: await house.connect('KES-head'), orlava: await house.connect('ORL-head') }
}

const seats = ({ room }: Delegate) =>
  room
    .view()
    .presence.map(({ seat }) => seat)
    .toSorted()
const caretOf = (of: Delegate, seenBy: Delegate): unknown => seenBy.room.awareness().getStates().get(of.room.doc().clientID)

test('[room-8] everybody sees who is at the table by seat, from the moment they come to the moment they leave', async () => {
  const { house, kestria, orlava } = await table()
  expect(seats(kestria)).toEqual(['KES-head', 'ORL-head'])
  expect(orlava.room.view().presence).toContainEqual({ client: kestria.room.doc().clientID, seat: 'KES-head', party: 'KES' })
  const late = await house.connect('ORL-adviser')
  expect(seats(kestria)).toEqual(['KES-head', 'ORL-adviser', 'ORL-head'])
  late.room.close()
  await house.settle()
  expect(seats(kestria)).toEqual(['KES-head', 'ORL-head'])
})

test('[room-9] a caret reaches everybody, is there for who comes later, and goes with its author', async () => {
  const { house, kestria, orlava } = await table()
  kestria.room.awareness().setLocalState({ clause: 'ceasefire', anchor: 3 })
  await house.settle()
  expect(caretOf(kestria, orlava)).toEqual({ clause: 'ceasefire', anchor: 3 })
  const late = await house.connect('ORL-adviser')
  expect(caretOf(kestria, late)).toEqual({ clause: 'ceasefire', anchor: 3 })
  kestria.room.close()
  await house.settle()
  expect(caretOf(kestria, orlava)).toBeUndefined()
  expect(caretOf(kestria, late)).toBeUndefined()
})

test('[room-8] a browser that comes back before its old connection is noticed to be gone takes its place', async () => {
  const { house, kestria, orlava } = await table()
  const client = kestria.room.doc().clientID
  house.network.lose('KES-head')
  await house.until(() => kestria.room.view().connection.is === 'live')
  await house.settle()
  expect(kestria.room.doc().clientID).toBe(client)
  expect(seats(orlava)).toEqual(['KES-head', 'ORL-head'])
  expect(house.rooms().load().members).toBe(2)
  expect(house.log.flatMap((event) => (event.event === 'member-left' ? [event.why] : []))).toEqual(['superseded'])
})

test.each(['KES-head', 'ORL-head'])(
  '[room-9] a caret that has not moved is seen again when %s, its author or its reader, comes back',
  async (seat) => {
    const { house, kestria, orlava } = await table()
    kestria.room.awareness().setLocalState({ anchor: 1 })
    await house.settle()
    house.network.cut(seat)
    await house.settle()
    expect(caretOf(kestria, orlava)).toBeUndefined()
    await house.until(() => [kestria, orlava].every(({ room }) => room.view().connection.is === 'live'))
    await house.settle()
    expect(caretOf(kestria, orlava)).toEqual({ anchor: 1 })
  },
)

test('[room-10] nobody moves or removes another’s caret', async () => {
  const { house, kestria, orlava } = await table()
  const victim = kestria.room.doc().clientID
  kestria.room.awareness().setLocalState({ anchor: 1 })
  await house.settle()
  for (const state of ['{"anchor":99}', 'null']) {
    orlava.socket().inject(forged(victim, 50, state))
    await house.settle()
  }
  const late = await house.connect('ORL-adviser')
  expect(caretOf(kestria, late)).toEqual({ anchor: 1 })
  expect(house.log.filter(({ event }) => event === 'awareness-forged')).toEqual([
    { event: 'awareness-forged', room: 'talks/table', seat: 'ORL-head', client: orlava.room.doc().clientID },
  ])
  expect(orlava.room.view().connection.is, 'a browser of another make may repeat what it hears').toBe('live')
})

test('carets are sent on together, and never back by who received them', async () => {
  const { house, kestria, orlava } = await table()
  const heard = orlava.socket().received.length
  for (let anchor = 0; anchor < 10; anchor += 1) kestria.room.awareness().setLocalState({ anchor })
  await house.settle()
  const carets = orlava
    .socket()
    .received.slice(heard)
    .filter((bytes) => readFrame(bytes)?.kind === 'awareness')
  expect(carets).toHaveLength(1)
  expect(caretOf(kestria, orlava)).toEqual({ anchor: 9 })
  expect(house.log.some(({ event }) => event === 'awareness-forged')).toBe(false)
})

test('[room-11] in a quiet room everybody hears from the server before a browser would give up', async () => {
  const { house, kestria } = await table()
  const heard = kestria.socket().received.length
  house.time.advance(HEARTBEAT)
  await house.settle()
  expect(HEARTBEAT).toBeLessThan(30_000)
  expect(kestria.socket().received.length).toBe(heard + 1)
  expect(kestria.room.view().now()).toMatch(/^2026-11-09T09:00:20/)
})

function forged(client: number, clock: number, json: string): Uint8Array {
  const state = new TextEncoder().encode(json)
  const varUint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varUint(Math.floor(value / 128))])
  return writeAwareness(new Uint8Array([1, ...varUint(client), ...varUint(clock), ...varUint(state.length), ...state]))
}
