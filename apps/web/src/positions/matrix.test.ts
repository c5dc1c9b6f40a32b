import { assess, ClauseId, PackageId, PartyId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { columnsOf, filtersOf, groupsOf, standInTheWay } from './matrix.ts'

function talks() {
  const table = negotiation('KES ORL', { one: 'One.', two: 'Two.', three: 'Three.' })
  table.as('KES').accepts('one')
  table.as('ORL').accepts('one')
  table.as('KES').accepts('two')
  table.as('ORL').acceptsIf('two', 'three')
  table.as('KES').edits('one', 'Another.')
  return table
}

const parts = (table: ReturnType<typeof talks>) => {
  const { negotiation: record, readings } = table.situation('KES', 'head')
  return { record, assessment: assess(record, readings) }
}

test('[matrix-2] columns are the delegations in order of invitation; a chair or observer without a word on a clause has none', () => {
  const { record, assessment } = parts(talks())
  expect(columnsOf(record, assessment).map(({ party }) => party)).toEqual(['KES', 'ORL'])
})

test('[matrix-2] each filter keeps what its name says', () => {
  const { record, assessment } = parts(talks())
  const filters = filtersOf(record, new Set([ClauseId.parse('three')]))
  const kept = (name: keyof typeof filters) =>
    groupsOf(record, assessment, filters[name]).flatMap(({ rows }) => rows.map(({ clause }) => clause.clause))
  expect(kept('all')).toEqual(['one', 'two', 'three'])
  expect(kept('blocking')).toEqual(['one', 'two', 'three'])
  expect(kept('lapsed')).toEqual(['one'])
  expect(kept('ours')).toEqual(['three'])
  expect(kept('package')).toEqual(['two'])
})

test('[matrix-2] the clauses of a package are in a package', () => {
  const table = talks()
  table.write({
    kind: 'package-offered',
    package: PackageId.parse('p'),
    title: 'P',
    by: PartyId.parse('CHR'),
    clauses: [ClauseId.parse('one')],
    description: '',
  })
  const { record, assessment } = parts(table)
  expect(groupsOf(record, assessment, filtersOf(record, new Set()).package).flatMap(({ rows }) => rows)).toHaveLength(2)
})

test('[matrix-3] what stands in the way is told by who can move it', () => {
  const table = talks()
  table.bracket('three', 2)
  const { assessment } = parts(table)
  const { parties, brackets } = standInTheWay(assessment)
  expect(parties.map(({ party, moves }) => [party, Object.fromEntries(moves)])).toEqual([
    ['ORL', { lapsed: ['one'], awaits: ['two'], silent: ['three'] }],
    ['KES', { lapsed: ['one'], silent: ['three'] }],
  ])
  expect(brackets).toEqual(['three'])
})
