import { ClauseId, pathTo } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { deedWords, followsWords, pathSummary, stateWords } from './move-words.ts'
import { movesOf } from './moves.ts'

function talks(rule?: Parameters<typeof negotiation>[2]) {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.', d: 'D.' }, rule)
  for (const clause of ['a', 'b', 'c', 'd']) table.as('KES').accepts(clause)
  table.as('ORL').accepts('c')
  table.as('CHR').edits('c', 'C, again.')
  table.as('KES').accepts('c')
  table.as('ORL').objects('a')
  table.as('ORL').reserves('d')
  const known = { negotiation: table.negotiation, readings: table.readings(), assessment: table.assessment(), now: table.now() }
  const path = pathTo(known.negotiation, known.readings, known.assessment, 'all')
  return { table, path, moves: movesOf(path, known) }
}

test('[path-view-1] each move says what the party would say, what it says now, and what follows', () => {
  const { table, moves } = talks()
  const [move] = moves
  if (move?.by !== 'party') throw new Error('Orlava has to move')
  expect(deedWords(move.steps, table.negotiation)).toBe('accepts 1, 2 and 4 and renews its consent to 3')
  expect(stateWords(move.steps, table.negotiation)).toBe('It objects to 1, reserves 4 and has no position on 2 now.')
  expect(followsWords(move, table.negotiation)).toBe('Then 1, 2, 3 and 4 are agreed together.')
})

test('[path-view-3] “no shorter path exists” is said only when it is known', () => {
  expect(pathSummary(talks().path)).toBe('4 statements settle 4 clauses. No shorter path exists.')
  const majority = talks({ rule: { rule: 'qualified-majority', of: 2, outOf: 2 } })
  expect(pathSummary(majority.path)).toMatch(/this is a bound: there may be a shorter path\.$/)
  expect(
    pathSummary({ steps: [{ do: 'close-brackets', clause: ClauseId.parse('a'), open: 2 }], settles: [ClauseId.parse('a')], exact: true }),
  ).toBe('Brackets closed in 1 clause settle 1 clause. No shorter path exists.')
})
