/** What a person may send is counted for the person, wherever they connect from and however often. */
import { SeatId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { limits, writeStep1 } from '../frames.ts'
import { openHouse, type House } from '../testing.ts'
import { allowances } from './allowance.ts'

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
  await house.close()
})

test('[allowance-2] one seat cannot take all places, nor be given clientIDs without end', async () => {
  const house = await openHouse('KES ORL', { relief: 'Relief begins.' }, { limits: { membersPerSeat: 3 } })
  for (let tab = 0; tab < 3; tab += 1) await house.connect('KES-head')
  expect(await refusedWith(house, 'KES-head')).toBe('rate-limited')
  expect(await refusedWith(house, 'ORL-head')).toBeUndefined()
  await house.close()
  const leases = allowances({ ...limits, leaseBurst: 2 })(SeatId.parse('KES-head')).leases
  expect([leases.spend(0), leases.spend(0), leases.spend(0), leases.spend(2_000)]).toEqual([true, true, false, true])
})
