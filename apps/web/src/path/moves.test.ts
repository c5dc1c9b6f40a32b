import { ClauseId, pathTo, type ClauseId as Clause } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { movesOf, suppositionsOf, withoutBrackets } from './moves.ts'

const c = (id: string) => ClauseId.parse(id)

function known(table: Table) {
  return { negotiation: table.negotiation, readings: table.readings(), assessment: table.assessment(), now: table.now() }
}

function moves(table: Table, goal: readonly Clause[] | 'all' = 'all') {
  const of = known(table)
  return movesOf(pathTo(of.negotiation, of.readings, of.assessment, goal), of)
}

test('[path-view-1] a path is told brackets first, then party by party, with what each move settles and whose condition it meets', () => {
  const table = negotiation('KES ORL', { one: 'One.', two: 'Two.', seven: 'Seven.', nine: 'Nine.' })
  for (const party of ['KES', 'ORL']) table.as(party).accepts('one')
  table.as('KES').accepts('two')
  table.as('KES').acceptsIf('seven', 'two')
  table.as('KES').accepts('nine')
  table.as('ORL').objects('two')
  table.as('ORL').accepts('seven')
  table.bracket('nine', 2)
  expect(moves(table)).toMatchObject([
    { by: 'drafting', clauses: ['nine'], settles: [] },
    { by: 'party', party: 'ORL', settles: ['two', 'seven', 'nine'], meets: [{ party: 'KES', clause: 'seven' }] },
  ])
})

test('[matrix-3] what stands in the way is told by who can move it, who has most to say first', () => {
  const table = negotiation('KES ORL MER', { a: 'A.', b: 'B.' })
  table.as('MER').reserves('a')
  table.as('MER').accepts('b')
  table.as('KES').accepts('a')
  table.as('KES').accepts('b')
  const told = moves(table).map((move) =>
    move.by === 'party' ? [move.party, ...move.steps.map(({ clause, instead }) => `${instead} ${clause}`)] : [],
  )
  expect(told).toEqual([
    ['ORL', 'silent a', 'silent b'],
    ['MER', 'reserves a'],
  ])
  expect(moves(table).map(({ settles }) => settles)).toEqual([['b'], ['a']])
})

test('[path-view-2] what a path promises comes true when everybody says it', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.' })
  table.as('KES').acceptsIf('a', 'b')
  const of = known(table)
  const path = pathTo(of.negotiation, of.readings, of.assessment, [c('a')])
  const promised = movesOf(path, of).flatMap(({ settles }) => settles)
  for (const { clause, party } of suppositionsOf(path.steps)) table.as(party).accepts(clause)
  expect(table.agreed()).toEqual(promised.toSorted())
  expect(promised).toContain('a')
})

test('an agreed text has no path, and closing brackets on trial changes no words', () => {
  const table = negotiation('KES', { a: 'A.' })
  table.as('KES').accepts('a')
  expect(moves(table)).toEqual([])
  table.bracket('a', 3)
  const before = table.readings()
  const after = withoutBrackets(before, new Set([c('a')]))
  expect(after.get(c('a'))).toEqual({ ...before.get(c('a')), openBrackets: 0 })
})
