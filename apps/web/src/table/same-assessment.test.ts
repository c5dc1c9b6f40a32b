import { assess, ClauseId } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { sameAssessment } from './same-assessment.ts'

function of(table: Table, clause: string) {
  return assess(table.negotiation, table.situation('CHR', 'head').readings).clauses.get(ClauseId.parse(clause))
}

test('[render-1] an edit in one clause leaves the assessment of every other clause the same', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.', c: 'Three.' })
  table.as('KES').accepts('a')
  table.as('KES').acceptsIf('b', 'c')
  table.as('ORL').accepts('b')
  const before = { a: of(table, 'a'), b: of(table, 'b'), c: of(table, 'c') }
  table.as('ORL').edits('a', 'One and a half.')
  expect(sameAssessment(before.a, of(table, 'a'))).toBe(false)
  expect(sameAssessment(before.b, of(table, 'b'))).toBe(true)
  expect(sameAssessment(before.c, of(table, 'c'))).toBe(true)
})

test('what changes a clause makes its assessment another one', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  const seen = [of(table, 'a')]
  const steps = [
    () => table.as('KES').accepts('a'),
    () => table.as('ORL').objects('a'),
    () => table.as('ORL').acceptsIf('a', 'b'),
    () => table.bracket('a', 1),
    () => table.bracket('a', 2),
    () => table.as('KES').edits('a', 'Once.'),
    () => table.as('KES').withdraws('a'),
  ]
  for (const step of steps) {
    step()
    const now = of(table, 'a')
    expect(sameAssessment(seen.at(-1), now)).toBe(false)
    expect(sameAssessment(now, of(table, 'a'))).toBe(true)
    seen.push(now)
  }
})
