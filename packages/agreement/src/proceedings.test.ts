/** What whoever presides does with the proceedings: the pen, freezes, rounds and agenda, sittings, the floor, roll calls. */
import { expect, test } from 'vitest'
import { secondsLeft } from './floor.ts'

import { mayType, penOf } from './pen.ts'
import { runningRollCall, toBeCalled } from './roll-call.ts'
import { openRoundOf } from './rounds.ts'
import { whyNotAdmitted } from './admission.ts'
import { negotiation, type Table } from './testing.ts'

const talks = () => negotiation('KES ORL MER', { a: 'A.', b: 'B.' })
const chair = (table: Table) => table.as('CHR').gives
const speaker = (table: Table, code: string) => table.situation(code, 'head').speaker

test('[pen-1] the pen is set for the whole text, a section or a clause, and the nearest setting decides', () => {
  const table = talks()
  const held = (clause: string) => penOf(table.negotiation, clause as never).drafting
  chair(table)('drafting.set', { drafting: 'pen' })
  chair(table)('drafting.set', { section: 'I', drafting: 'open' })
  expect([held('a'), held('b')]).toEqual(['open', 'open'])
  chair(table)('drafting.set', { clause: 'a', drafting: 'pen' })
  expect([held('a'), held('b')]).toEqual(['pen', 'open'])
  chair(table)('drafting.set', { section: 'I' })
  chair(table)('drafting.set', { clause: 'a' })
  expect([held('a'), held('b')]).toEqual(['pen', 'pen'])
  expect(chair(table)('drafting.set', { section: 'IX', drafting: 'open' })).toMatchObject({ code: 'unknown', what: 'section' })
})

test('[pen-2] the chair gives the pen to a delegation, and then that delegation alone types', () => {
  const table = talks()
  expect(chair(table)('drafting.set', { clause: 'a', drafting: 'pen', holder: 'ORL' })).toBeUndefined()
  expect(chair(table)('drafting.set', { clause: 'a', drafting: 'pen', holder: 'ORL' })).toEqual({ code: 'nothing-new' })
  const types = (code: string, clause: string) => mayType(speaker(table, code), penOf(table.negotiation, clause as never))
  expect(['KES', 'ORL', 'CHR'].map((code) => types(code, 'a'))).toEqual([false, true, false])
  expect(['KES', 'ORL', 'CHR'].map((code) => types(code, 'b'))).toEqual([true, true, true])
  expect(chair(table)('drafting.set', { drafting: 'pen', holder: 'OBS' })).toMatchObject({ code: 'malformed' })
  expect(chair(table)('drafting.set', { drafting: 'pen', holder: 'XXX' })).toMatchObject({ code: 'unknown', what: 'party' })
})

test('[freeze-1] a frozen clause keeps its heading, milestones and place in the text until it is reopened with a reason', () => {
  const table = talks()
  expect(chair(table)('clause.freeze', { clause: 'a', reason: '' })).toMatchObject({ code: 'malformed' })
  expect(chair(table)('clause.freeze', { clause: 'a', reason: 'All have agreed.' })).toBeUndefined()
  expect(table.negotiation.freezes.get('a' as never)?.reason).toBe('All have agreed.')
  const frozen = { code: 'clause-frozen', clause: 'a' }
  expect(chair(table)('clause.freeze', { clause: 'a', reason: 'Again.' })).toEqual(frozen)
  expect(table.as('KES').gives('clause.retitle', { clause: 'a', heading: 'New' })).toEqual(frozen)
  expect(table.as('KES').gives('clause.withdraw', { clause: 'a' })).toEqual(frozen)
  const terms = {
    title: 'T',
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'day', day: '2026-12-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }
  expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms })).toEqual(frozen)
  expect(table.as('KES').accepts('a')).toBeUndefined()
  expect(table.as('ORL').gives('clause.reopen', { clause: 'a', reason: 'New facts.' })).toMatchObject({ code: 'not-permitted' })
  expect(chair(table)('clause.reopen', { clause: 'a', reason: 'New facts.' })).toBeUndefined()
  expect(chair(table)('clause.reopen', { clause: 'a', reason: 'New facts.' })).toEqual({ code: 'clause-not-frozen', clause: 'a' })
  expect(table.as('KES').gives('clause.retitle', { clause: 'a', heading: 'New' })).toBeUndefined()
})

test('[round-1] a round says what it is for, and its agenda ends with it', () => {
  const table = talks()
  expect(chair(table)('agenda.set', { items: [{ title: 'Opening' }] })).toEqual({ code: 'no-round-open' })
  const terms = { label: 'Second reading', mandate: 'Settle distances.', scope: ['b'], until: '2026-12-01' }
  expect(chair(table)('round.open', terms)).toBeUndefined()
  expect(openRoundOf(table.negotiation)).toMatchObject({ round: 1, ...terms })
  expect(chair(table)('agenda.set', { items: [{ title: 'Distances', clauses: ['b'] }, { title: 'Other business' }] })).toBeUndefined()
  expect(chair(table)('agenda.move', { item: 1 })).toBeUndefined()
  expect(table.negotiation.agenda).toMatchObject({ at: 1 })
  expect(chair(table)('agenda.move', { item: 2 })).toMatchObject({ code: 'unknown', what: 'agenda-item' })
  chair(table)('round.close', {})
  expect(openRoundOf(table.negotiation)).toBeUndefined()
  expect(chair(table)('round.open', { label: 'Third', scope: ['x'] })).toMatchObject({ code: 'unknown', what: 'clause' })
  chair(table)('round.open', { label: 'Third' })
  expect(table.negotiation.agenda).toEqual({ items: [], at: undefined })
})

test('[sitting-1] observers attend as the chair admits them in a round, and never a closed sitting; delegations always attend', () => {
  const table = talks()
  const why = (code: string) => whyNotAdmitted(table.negotiation, speaker(table, code).party)
  expect(why('OBS')).toBeUndefined()
  chair(table)('sitting.open', { kind: 'closed' })
  expect([why('OBS'), why('KES'), why('CHR')]).toEqual(['closed-sitting', undefined, undefined])
  expect(chair(table)('sitting.open', { kind: 'plenary' })).toEqual({ code: 'sitting-open' })
  chair(table)('sitting.close', {})
  expect(chair(table)('sitting.close', {})).toEqual({ code: 'no-sitting-open' })
  expect(why('OBS')).toBeUndefined()
  chair(table)('access.set', { to: 'observers', admitted: false })
  expect(why('OBS')).toBe('not-admitted')
  chair(table)('round.open', { label: 'Open day', access: { observers: true, press: true } })
  expect(why('OBS')).toBeUndefined()
})

test('[floor-1] parties speak in the order in which they asked, points of order first', () => {
  const table = talks()
  table.as('KES').gives('floor.ask', {})
  table.as('ORL', 'adviser').gives('floor.ask', { subject: 'Clause 2' })
  expect(table.as('KES', 'adviser').gives('floor.ask', {})).toEqual({ code: 'nothing-new' })
  table.as('MER').gives('floor.ask', { pointOfOrder: true })
  expect(table.negotiation.floor.list.map(({ party }) => party)).toEqual(['MER', 'KES', 'ORL'])
  table.as('KES').gives('floor.withdraw', {})
  expect(table.negotiation.floor.list.map(({ party }) => party)).toEqual(['MER', 'ORL'])
})

test('[floor-2] whoever presides gives the floor with a time that all can see; the speaker or the chair ends it', () => {
  const table = talks()
  chair(table)('floor.limit', { minutes: 3 })
  table.as('KES').gives('floor.ask', {})
  expect(table.as('KES').gives('floor.give', { party: 'KES' })).toMatchObject({ code: 'not-permitted', power: 'preside' })
  chair(table)('floor.give', { party: 'KES' })
  expect(table.negotiation.floor).toMatchObject({ speaking: { party: 'KES', minutes: 3 }, list: [] })
  expect(secondsLeft(table.negotiation, table.now())).toBe(120)
  expect(table.as('ORL').gives('floor.end', {})).toMatchObject({ code: 'not-permitted' })
  chair(table)('floor.give', { party: 'ORL', minutes: 1 })
  expect(table.negotiation.floor.speaking?.party).toBe('ORL')
  table.as('ORL').gives('floor.end', {})
  expect(table.negotiation.floor.speaking).toBeUndefined()
})

test('[floor-3] a closed list takes points of order only', () => {
  const table = talks()
  chair(table)('floor.close-list', {})
  expect(table.as('KES').gives('floor.ask', {})).toEqual({ code: 'list-closed' })
  expect(table.as('KES').gives('floor.ask', { pointOfOrder: true })).toBeUndefined()
  chair(table)('floor.open-list', {})
  expect(table.as('ORL').gives('floor.ask', {})).toBeUndefined()
})

const called = (table: Table) => {
  const call = runningRollCall(table.negotiation)
  return call && toBeCalled(call)
}

test('[roll-call-1] delegations are called one after another, alphabetically from one drawn by lot, and each answer is a position', () => {
  const table = talks()
  expect(table.as('KES').gives('roll-call.open', { clauses: ['a'] })).toMatchObject({ code: 'not-permitted' })
  chair(table)('roll-call.open', { clauses: ['a'] })
  const rollCall = runningRollCall(table.negotiation)?.rollCall
  const order = called(table) ?? []
  const round = ['KES', 'MER', 'ORL', 'KES', 'MER', 'ORL']
  expect(round.join(' ')).toContain(order.join(' '))
  const [first = '', second = '', third = ''] = order
  expect(table.as(second).gives('roll-call.answer', { rollCall, position: { stance: 'accepts' } })).toEqual({
    code: 'not-called',
    called: first,
  })
  for (const code of [first, second, third]) {
    expect(table.as(code, 'adviser').gives('roll-call.answer', { rollCall, position: { stance: 'accepts' } })).toMatchObject({
      code: 'not-permitted',
    })
    expect(table.as(code).gives('roll-call.answer', { rollCall, position: { stance: 'accepts' } })).toBeUndefined()
  }
  expect(runningRollCall(table.negotiation)).toBeUndefined()
  expect(table.status('a')).toBe('agreed')
  expect(table.as(first).gives('roll-call.answer', { rollCall, position: { stance: 'accepts' } })).toEqual({ code: 'roll-call-over' })
})

test('[roll-call-2] whoever passes or does not answer is called once more at the end', () => {
  const table = talks()
  chair(table)('roll-call.open', {})
  const rollCall = runningRollCall(table.negotiation)?.rollCall
  const [first = '', second = '', third = ''] = called(table) ?? []
  expect(table.as(second).gives('roll-call.pass', { rollCall, party: first })).toMatchObject({ code: 'not-permitted' })
  chair(table)('roll-call.pass', { rollCall, party: first })
  expect(called(table)).toEqual([second, third, first])
  table.as(second).gives('roll-call.answer', { rollCall, position: { stance: 'objects', reason: 'Too soon.' } })
  table.as(third).gives('roll-call.answer', { rollCall, position: { stance: 'accepts' } })
  expect(called(table)).toEqual([first])
  table.as(first).gives('roll-call.pass', { rollCall, party: first })
  expect(runningRollCall(table.negotiation)).toBeUndefined()
  // The objection was to the whole: it stands in the sheet, and on no clause. The acceptance speaks of every clause.
  expect(['a', 'b'].map((clause) => table.standing(clause, second)?.is)).toEqual(['none', 'none'])
  expect(['a', 'b'].map((clause) => table.standing(clause, third)?.is)).toEqual(['current', 'current'])
})

test('[roll-call-3] an answer to words that have changed since they were called is refused', () => {
  const table = talks()
  chair(table)('roll-call.open', { clauses: ['a'] })
  const rollCall = runningRollCall(table.negotiation)?.rollCall
  const [first = ''] = called(table) ?? []
  table.as('KES').edits('a', 'Other words.')
  expect(table.as(first).gives('roll-call.answer', { rollCall, position: { stance: 'accepts' } })).toMatchObject({ code: 'text-moved' })
  expect(chair(table)('roll-call.open', { clauses: ['b'] })).toEqual({ code: 'roll-call-running' })
  chair(table)('roll-call.close', { rollCall })
  expect(chair(table)('roll-call.open', { clauses: ['b'] })).toBeUndefined()
})
