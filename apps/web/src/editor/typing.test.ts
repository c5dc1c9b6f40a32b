import { PartyId, SeatId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { typingIn } from './typing.ts'

const present = (client: number, party: string) => ({ client, seat: SeatId.parse(`${party}-head`), party: PartyId.parse(party) })

test('[caret-3] who is typing is told by the server’s list of clients, not by what a client claims', () => {
  const states = new Map<number, unknown>([
    [1, { root: 'clause/5' }],
    [2, { root: 'clause/5', party: 'CHR' }],
    [3, { root: 'clause/6' }],
    [4, { root: 'clause/5' }],
    [5, { root: 'clause/5' }],
    [9, { root: 'clause/5' }],
  ])
  const presence = [present(1, 'KES'), present(2, 'ORL'), present(3, 'MER'), present(4, 'KES'), present(9, 'LIU')]
  expect(typingIn('clause/5', states, presence, 9)).toBe('KES ORL')
  expect(typingIn('clause/6', states, presence, 9)).toBe('MER')
  expect(typingIn('clause/7', states, presence, 9)).toBe('')
})
