import { ClauseId, PartyId, Timestamp } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { stateOfStep } from './step-state.ts'

const states = (table: Table) =>
  (table.negotiation.positions.get(ClauseId.parse('a'))?.get(PartyId.parse('KES')) ?? []).map((step) =>
    stateOfStep(table.negotiation, step, table.reading('a')),
  )

test('what a party said is in force, lapsed or superseded', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  table.as('KES').reserves('a')
  table.as('KES').accepts('a')
  expect(states(table)).toEqual(['superseded', 'now'])
  table.as('ORL').edits('a', 'Once.')
  expect(states(table)).toEqual(['superseded', 'lapsed'])
  table.as('KES').withdraws('a')
  expect(states(table).at(-1)).toBe('now')
})

test('[ad-referendum-view-1] an acceptance not confirmed in time says so in the history, in the words it was given to', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const confirmBy = Timestamp.parse(new Date(Date.parse(table.now()) + 3_600_000).toISOString())
  table.as('KES').states('a', { stance: 'accepts-ad-referendum', confirmBy })
  expect(states(table)).toEqual(['now'])
  table.passes(2)
  expect(states(table)).toEqual(['not confirmed in time'])
})
