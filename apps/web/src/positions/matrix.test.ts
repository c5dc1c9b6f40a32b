import { assess, ClauseId, PackageId, PartyId, SilenceId, Timestamp } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { columnsOf, filtersOf, groupsOf } from './matrix.ts'

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

test('[matrix-4] clauses under silence are found as long as it runs', () => {
  const table = talks()
  const closesAt = Timestamp.parse('2026-11-24T18:00:00Z')
  table.write({ kind: 'silence-opened', silence: SilenceId.parse('q'), clauses: [ClauseId.parse('three')], closesAt })
  const kept = () => {
    const { record, assessment } = parts(table)
    return groupsOf(record, assessment, filtersOf(record, new Set()).silence).flatMap(({ rows }) => rows.map(({ clause }) => clause.clause))
  }
  expect(kept()).toEqual(['three'])
  table.write({ kind: 'silence-ended', silence: SilenceId.parse('q'), outcome: 'broken' })
  expect(kept()).toEqual([])
})
