import { expect, test } from 'vitest'
import { PartyId, SeatId } from './ids.ts'
import { headsOf, seatsOf, standingSeat, withdrawalOf } from './seating.ts'
import { barredFromRelinking } from './seats.ts'
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

test('[seat-7] a party withdraws from the talks: whoever presides takes all its seats at once, for a reason, and what it accepted stands', () => {
  const table = talks()
  const kes = PartyId.parse('KES')
  const withdraws = (by: string, party: string, reason = 'Recalled by its government') =>
    table.as(by).gives('party.withdraw', { party, reason })
  for (const party of ['KES', 'ORL']) table.as(party).accepts('a')
  expect(table.agreed()).toEqual(['a'])
  expect(withdraws('ORL', 'KES')).toEqual({ code: 'not-permitted', power: 'preside' })
  expect(withdraws('CHR', 'KES', ' ')).toMatchObject({ code: 'malformed' })
  expect(withdraws('CHR', 'XXX')).toMatchObject({ code: 'unknown', what: 'party' })
  expect(withdraws('CHR', 'CHR')).toEqual({ code: 'head-needed', party: 'CHR' })
  expect(withdraws('CHR', 'KES')).toBeUndefined()
  expect(seatsOf(table.negotiation, kes)).toEqual([])
  expect(seatsOf(table.negotiation, PartyId.parse('ORL'))).not.toEqual([])
  expect(withdrawalOf(table.negotiation, kes)).toMatchObject({ reason: 'Recalled by its government' })
  expect(withdraws('CHR', 'KES')).toEqual({ code: 'nothing-new' })
  // Nothing lapses because it is gone, and nothing is agreed because of it.
  expect(table.agreed()).toEqual(['a'])
  table.as('ORL').edits('a', 'The Parties agree on B.')
  table.as('ORL').accepts('a')
  expect(table.agreed()).toEqual([])
  // It comes back by a seat that is given anew.
  expect(table.as('CHR').gives('seat.assign', newcomer('KES', 'head'))).toBeUndefined()
  expect(withdrawalOf(table.negotiation, kes)).toBeUndefined()
})

test('[seat-8] once a head has sat down, nobody outside makes a new link for a seat the party has, but for the head’s that nobody has taken', () => {
  const table = talks()
  const relinks = (by: string, wanted: string) => {
    const found = standingSeat(table.negotiation, seat(wanted))
    if (found === undefined) throw new Error(`No seat ${wanted}`)
    return barredFromRelinking(table.negotiation, table.situation(by, 'head').speaker, found)
  }
  const opens = { code: 'seat-opens-rooms', party: 'KES' }
  expect([relinks('CHR', 'KES-adviser'), relinks('CHR', 'KES-head'), relinks('CHR', 'CHR-adviser')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  table.as('KES').gives('seat.take', { name: 'H. Marenko' })
  table.as('KES').gives('seat.assign', newcomer('KES'))
  expect([relinks('KES', 'KES-adviser'), relinks('CHR', 'KES-adviser')]).toEqual([undefined, { code: 'head-seated', party: 'KES' }])
  // Without a head the chair gives seats again, and still opens none of those there are: taken or not, whatever they are made.
  table.as('CHR').gives('seat.withdraw', { seat: 'KES-head' })
  const free = named(table, 'N. Ewcomer')?.seat ?? ''
  expect([relinks('CHR', 'KES-adviser'), relinks('CHR', free)]).toEqual([opens, opens])
  table.as('CHR').gives('seat.move', { seat: free, party: 'KES', role: 'head' })
  expect(relinks('CHR', free)).toEqual(opens)
  table.as('CHR').gives('seat.withdraw', { seat: free })
  expect(table.as('CHR').gives('seat.assign', { party: 'KES', role: 'head', name: 'Successor' })).toBeUndefined()
  const successor = named(table, 'Successor')
  expect(relinks('CHR', successor?.seat ?? '')).toBeUndefined()
  // A seat that was given in between, however empty, may have heard something since.
  table.as('CHR').gives('seat.assign', { party: 'KES', role: 'adviser', name: 'Late' })
  expect([relinks('CHR', successor?.seat ?? ''), relinks('CHR', named(table, 'Late')?.seat ?? '')]).toEqual([opens, opens])
  // A party without a caucus meets in groups.
  expect(relinks('CHR', 'OBS-adviser')).toBeUndefined()
  table.as('OBS').gives('seat.take', { name: 'O. Server' })
  table.as('CHR').gives('seat.withdraw', { seat: 'OBS-head' })
  expect(relinks('CHR', 'OBS-adviser')).toEqual({ code: 'seat-opens-rooms', party: 'OBS' })
})
