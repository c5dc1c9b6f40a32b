import { PartyId, SeatId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { seatsPresent } from './seats-present.ts'

const at = (client: number, seat: string, party: string) => ({ client, seat: SeatId.parse(seat), party: PartyId.parse(party) })

test('[presence-1] somebody with two windows is at the table once', () => {
  const present = seatsPresent([at(1, 'kes-1', 'KES'), at(2, 'kes-1', 'KES'), at(3, 'kes-2', 'KES'), at(4, 'orl-1', 'ORL')])
  expect([...present].map(([party, seats]) => [party, seats.size])).toEqual([
    ['KES', 2],
    ['ORL', 1],
  ])
})
