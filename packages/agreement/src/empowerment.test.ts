import { expect, test } from 'vitest'
import { PartyId, SeatId } from './ids.ts'
import { roundsBefore } from './empowerment.ts'
import { negotiation } from './testing.ts'

const adviser = SeatId.parse('KES-adviser')

test('[power-5] an empowered seat binds, and the empowerment is for the person who has it', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  expect(table.as('ORL').gives('seat.empower', { seat: adviser })).toMatchObject({ code: 'unknown', what: 'seat' })
  expect(table.as('KES', 'adviser').accepts('a')).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(table.as('KES').gives('seat.empower', { seat: adviser })).toBeUndefined()
  expect(table.as('KES', 'adviser').accepts('a')).toBeUndefined()
  expect(table.as('CHR').gives('credentials.verify', { seat: adviser, note: 'Full powers of 3 May' })).toBeUndefined()
  expect(table.negotiation.credentials.get(adviser)?.note).toBe('Full powers of 3 May')
  expect(table.as('KES', 'adviser').gives('seat.take', { name: 'Somebody else' })).toBeUndefined()
  expect([table.negotiation.credentials.size, table.negotiation.empowered.size]).toEqual([0, 0])
  expect(table.as('KES', 'adviser').gives('position.withdraw', { clause: 'a' })).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(table.as('KES').gives('seat.empower', { seat: adviser })).toBeUndefined()
  expect(table.as('KES').gives('seat.disempower', { seat: adviser })).toBeUndefined()
  expect(table.as('KES', 'adviser').gives('position.withdraw', { clause: 'a' })).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(table.as('KES').gives('seat.move', { seat: adviser, party: 'KES', role: 'observer' })).toBeUndefined()
  expect(table.as('KES').gives('seat.empower', { seat: adviser })).toEqual({ code: 'only-reads', seat: adviser })
})

test('[power-6] a person is moved to another role or party only where the speaker gives seats', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  table.as('KES').gives('seat.take', { name: 'Head of KES' })
  expect(table.as('CHR').gives('seat.move', { seat: 'ORL-adviser', party: 'KES', role: 'adviser' })).toEqual({
    code: 'head-seated',
    party: 'KES',
  })
  expect(table.as('ORL').gives('seat.move', { seat: adviser, party: 'ORL', role: 'adviser' })).toMatchObject({
    code: 'unknown',
    what: 'seat',
  })
  expect(table.as('KES').gives('seat.move', { seat: adviser, party: 'KES', role: 'adviser' })).toEqual({ code: 'nothing-new' })
  expect(table.as('KES').gives('seat.move', { seat: adviser, party: 'KES', role: 'head' })).toEqual({ code: 'head-seated', party: 'KES' })
  expect(table.as('KES').gives('seat.move', { seat: 'KES-head', party: 'KES', role: 'adviser' })).toEqual({
    code: 'head-needed',
    party: 'KES',
  })
  expect(table.as('KES').gives('seat.move', { seat: adviser, party: 'KES', role: 'negotiator' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.move', { seat: adviser, party: 'CHR', role: 'secretary' })).toBeUndefined()
  expect(table.negotiation.seats.get(adviser)).toMatchObject({ party: 'CHR', role: 'secretary' })
})

test('[silence-8] a party that withdrew from the talks has not kept silence', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  const closesAt = new Date(Date.parse(table.now()) + 80 * 3_600_000).toISOString()
  expect(table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt })).toBeUndefined()
  expect(table.as('CHR').gives('party.withdraw', { party: 'ORL', reason: 'Recalled by its government' })).toBeUndefined()
  table.passes(90)
  expect(table.standing('a', 'KES')).toMatchObject({ is: 'current' })
  expect(table.standing('a', 'ORL')).toMatchObject({ is: 'none' })
  expect(table.agreed()).toEqual([])
})

test('[silence-7] a party that is seated while silence runs has not kept silence, and says so of the rounds before it', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  table.as('CHR').gives('round.open', { label: 'First' })
  table.as('CHR').gives('round.close', {})
  table.as('CHR').gives('round.open', { label: 'Second' })
  const closesAt = new Date(Date.parse(table.now()) + 80 * 3_600_000).toISOString()
  expect(table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt })).toBeUndefined()
  const meridia = { party: 'MER', kind: 'delegation', name: 'Meridia', shortName: 'Meridia', required: true, languages: [] }
  expect(table.as('CHR').gives('party.seat', meridia)).toBeUndefined()
  table.passes(90)
  expect(table.agreed()).toEqual([])
  expect(table.standing('a', 'KES')).toMatchObject({ is: 'current' })
  expect(table.standing('a', 'MER')).toMatchObject({ is: 'none' })
  expect(roundsBefore(table.negotiation, PartyId.parse('MER'))).toEqual([1])
  expect(roundsBefore(table.negotiation, PartyId.parse('KES'))).toEqual([])
})
