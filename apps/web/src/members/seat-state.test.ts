import { Timestamp, type Negotiation, type Seat, type SeatId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { seatState, stateWords } from './seat-state.ts'

const seat = { seat: 'p-1' } as Seat
const at = Timestamp.parse('2026-11-20T10:00:00Z')
const taken = { seatsTaken: new Map([['p-1' as SeatId, { seq: 4, at, by: 'server' }]]) } as Pick<Negotiation, 'seatsTaken'>
const empty = { seatsTaken: new Map() } as Pick<Negotiation, 'seatsTaken'>
const link = { id: 'a', created: at, expires: '2026-12-04T10:00:00Z', expired: false }

test('[members-7] a seat says whether somebody sits there, was invited, or has to be invited again', () => {
  const words = (record: typeof empty, invitation?: typeof link) =>
    stateWords(seatState(record, seat, { seat: seat.seat, ...(invitation && { invitation }) }))
  expect(words(empty)).toBe('Nobody has come yet')
  expect(words(empty, link)).toBe('Invited, link open until 4 December 2026')
  expect(words(empty, { ...link, expired: true })).toBe('Invited, the link has expired')
  expect(words(taken)).toBe('Sits since 20 November 2026')
  expect(words(taken, link)).toBe('Sits since 20 November 2026, new link open')
  expect(stateWords(seatState(taken, seat, undefined))).toBe('Sits since 20 November 2026')
})
