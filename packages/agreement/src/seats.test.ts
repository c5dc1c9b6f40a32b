import { expect, test } from 'vitest'
import { PartyId, SeatId } from './ids.ts'
import { headsOf, standingSeat } from './seats.ts'
import { negotiation, type Table } from './testing.ts'

const talks = () => negotiation('KES ORL', { a: 'The Parties agree on A.' })
const newcomer = (party: string, role = 'negotiator') => ({ party, role, name: 'N. Ewcomer' })
const named = (table: Table, name: string) => [...table.negotiation.seats.values()].find((seat) => seat.name === name)
const seat = (id: string) => SeatId.parse(id)

test('[seat-2] the chair gives seats in a delegation until somebody sits at its head', () => {
  const table = talks()
  expect(table.as('CHR').gives('seat.assign', newcomer('KES'))).toBeUndefined()
  expect(table.as('KES', 'adviser').gives('seat.take', { name: 'A. Dviser' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.assign', newcomer('KES', 'head'))).toBeUndefined()
  expect(table.as('KES').gives('seat.take', { name: 'H. Marenko' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.assign', newcomer('KES'))).toEqual({ code: 'head-seated', party: 'KES' })
  expect(table.as('CHR').gives('seat.assign', newcomer('ORL'))).toBeUndefined()
  expect(table.as('CHR').gives('seat.withdraw', { seat: 'KES-head', reason: 'Recalled' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.assign', newcomer('KES', 'head'))).toBeUndefined()
})

test('[seat-3] a head gives and takes back seats of its own delegation only, and no second head', () => {
  const table = talks()
  expect(table.as('KES').gives('seat.take', { name: 'H. Marenko' })).toBeUndefined()
  expect(table.as('KES').gives('seat.assign', newcomer('KES'))).toBeUndefined()
  expect(table.as('KES').gives('seat.assign', newcomer('KES', 'head'))).toEqual({ code: 'head-seated', party: 'KES' })
  expect(table.as('KES').gives('seat.assign', newcomer('ORL'))).toEqual({ code: 'not-permitted', power: 'preside' })
  expect(table.as('KES').gives('seat.withdraw', { seat: 'ORL-adviser' })).toEqual({ code: 'unknown', what: 'seat', id: 'ORL-adviser' })
  expect(table.as('KES').gives('seat.withdraw', { seat: named(table, 'N. Ewcomer')?.seat })).toBeUndefined()
  expect(table.as('KES', 'adviser').gives('seat.assign', newcomer('KES'))).toEqual({ code: 'not-permitted', power: 'admit' })
  expect(table.as('OBS').gives('seat.assign', newcomer('OBS'))).toEqual({ code: 'not-permitted', power: 'admit' })
})

test('[seat-4] whoever presides can take any seat away; a party keeps its head until it is handed over', () => {
  const table = talks()
  expect(table.as('CHR').gives('seat.withdraw', { seat: 'ORL-head' })).toBeUndefined()
  expect(headsOf(table.negotiation, PartyId.parse('ORL'))).toEqual([])
  expect(table.as('CHR').gives('seat.withdraw', { seat: 'CHR-head' })).toEqual({ code: 'head-needed', party: 'CHR' })
  expect(table.as('KES').gives('seat.withdraw', { seat: 'KES-head' })).toEqual({ code: 'head-needed', party: 'KES' })
  expect(table.as('KES').gives('seat.leave', {})).toEqual({ code: 'head-needed', party: 'KES' })
  expect(table.as('KES', 'adviser').gives('seat.leave', {})).toBeUndefined()
})

test('[seat-5] the head’s seat is handed over within the party, by its head', () => {
  const table = talks()
  expect(table.as('KES', 'adviser').gives('seat.hand-over', { to: 'KES-head' })).toEqual({ code: 'not-permitted', power: 'admit' })
  expect(table.as('KES').gives('seat.hand-over', { to: 'ORL-adviser' })).toMatchObject({ code: 'unknown' })
  expect(table.as('KES').gives('seat.hand-over', { to: 'KES-head' })).toEqual({ code: 'nothing-new' })
  expect(table.as('KES').gives('seat.hand-over', { to: 'KES-adviser' })).toBeUndefined()
  const { seats } = table.negotiation
  expect([seats.get(seat('KES-head'))?.role, seats.get(seat('KES-adviser'))?.role]).toEqual(['negotiator', 'head'])
  expect(table.as('KES').gives('seat.hand-over', { to: 'KES-adviser' })).toEqual({ code: 'not-permitted', power: 'admit' })
  expect(table.as('KES').gives('seat.leave', {})).toBeUndefined()
})

test('[seat-6] a seat that was taken away is gone for good, and is still named in the record', () => {
  const table = talks()
  expect(table.as('CHR').gives('seat.withdraw', { seat: 'KES-adviser' })).toBeUndefined()
  expect(standingSeat(table.negotiation, seat('KES-adviser'))).toBeUndefined()
  expect(table.negotiation.seats.get(seat('KES-adviser'))).toMatchObject({ party: 'KES', role: 'adviser' })
  expect(table.as('CHR').gives('seat.withdraw', { seat: 'KES-adviser' })).toMatchObject({ code: 'unknown' })
  expect(table.as('CHR').gives('seat.assign', newcomer('KES', 'adviser'))).toBeUndefined()
  expect(named(table, 'N. Ewcomer')?.seat).not.toBe('KES-adviser')
})
