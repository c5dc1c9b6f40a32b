/** What a person may send is counted for the person, wherever they connect from and however often. */
import { SeatId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { limits, writeStep1 } from '../frames.ts'
import { openHouse, TALKS, type House } from '../testing.ts'
import { openAllowances } from './allowance.ts'
import { LINGER } from './slot.ts'

const kes = SeatId.parse('KES-head')
const everything = writeStep1(new Uint8Array([0]))

async function refusedWith(house: House, seat: string): Promise<string | undefined> {
  const delegate = await house.connect(seat)
  const ended = delegate.socket().ended?.reason
  delegate.room.close()
  await house.settle(0)
  return ended
}

test('[allowance-1] connecting again renews nothing, and another seat is not concerned', async () => {
  const house = await openHouse('KES ORL', { relief: 'Relief begins.' }, { limits: { syncsPerSecond: 0 } })
  const kestria = await house.connect('KES-head')
  const orlava = await house.connect('ORL-head')
  // Connecting has taken one already, and the one too many closes.
  for (let asked = 0; asked < limits.syncBurst - 1; asked += 1) kestria.socket().inject(everything)
  await house.settle(0)
  expect(kestria.socket().ended).toBeUndefined()
  expect(await refusedWith(house, 'KES-head')).toBe('rate-limited')
  orlava.socket().inject(everything)
  await house.settle(0)
  expect(orlava.socket().ended).toBeUndefined()
  // Nor does a room that is given up and loaded again.
  for (const { room } of [kestria, orlava]) room.close()
  await house.settle()
  house.time.advance(LINGER)
  await house.settle()
  expect(house.rooms().load()).toEqual({ rooms: 0, members: 0 })
  expect(await refusedWith(house, 'KES-head')).toBe('rate-limited')
  await house.close()
})

test('[allowance-2] one seat cannot take all places, nor be given clientIDs without end', async () => {
  const house = await openHouse('KES ORL', { relief: 'Relief begins.' }, { limits: { membersPerSeat: 3 } })
  for (let tab = 0; tab < 3; tab += 1) await house.connect('KES-head')
  expect(await refusedWith(house, 'KES-head')).toBe('rate-limited')
  expect(await refusedWith(house, 'ORL-head')).toBeUndefined()
  await house.close()
  const { leases } = openAllowances({ ...limits, leaseBurst: 2 })(TALKS, kes, 0)
  expect([leases.spend(0), leases.spend(0), leases.spend(0), leases.spend(2_000)]).toEqual([true, true, false, true])
})

test('[allowance-3] nobody fills the disk: what one seat may have kept comes back by the hour, and words wait for it with their author', async () => {
  const house = await openHouse('KES ORL', { relief: 'Relief begins.' }, { limits: { keptBurst: 5_000, keptPerHour: 3_600_000 } })
  const [kestria, orlava] = [await house.connect('KES-head'), await house.connect('ORL-head')]
  const long = 'x'.repeat(4_000)
  kestria.types('relief', long)
  await house.settle()
  expect(kestria.room.view().unsaved).toBe(0)
  // A statement counts for more than its bytes.
  expect(await kestria.accepts('relief')).toEqual({ ok: false, refusal: { code: 'rate-limited' } })
  expect(await orlava.accepts('relief')).toEqual({ ok: true })
  kestria.types('relief', long)
  await house.settle(0)
  expect(kestria.room.view()).toMatchObject({ connection: { is: 'offline' }, unsaved: 1, refused: [] })
  house.time.advance(10_000)
  await house.until(() => kestria.room.view().unsaved === 0 && kestria.room.view().connection.is === 'live')
  expect(orlava.reads('relief')).toBe(`Relief begins.${long}${long}`)
  await house.close()
})

test('[allowance-1] an allowance is forgotten only when nothing of it is spent', () => {
  const allowances = openAllowances({ ...limits, leaseBurst: 1, leasesPerMinute: 1 })
  expect(allowances(TALKS, kes, 0).leases.spend(0)).toBe(true)
  const seats = (from: number) => Array.from({ length: 1_500 }, (_, index) => SeatId.parse(`seat-${from + index}`))
  for (const seat of seats(0)) allowances(TALKS, seat, 30_000)
  expect(allowances(TALKS, kes, 30_000).leases.spend(30_000)).toBe(false)
  const before = allowances(TALKS, kes, 90_000)
  for (const seat of seats(1_500)) allowances(TALKS, seat, 90_000)
  expect(allowances(TALKS, kes, 90_000)).not.toBe(before)
})
