import { ClauseId, PackageId, PartyId } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { lettersOf, linesOf } from './letters.ts'
import { isMutual, linkagesOf } from './linkage.ts'

const c = (id: string) => ClauseId.parse(id)

function offer(table: Table, id: string, ...clauses: readonly string[]) {
  table.write({
    kind: 'package-offered',
    package: PackageId.parse(id),
    title: id,
    by: PartyId.parse('CHR'),
    clauses: clauses.map(c),
    description: '',
  })
}

function talks() {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.', d: 'D.' })
  offer(table, 'k-1', 'a', 'c')
  offer(table, 'k-2', 'b', 'd')
  offer(table, 'k-3', 'c', 'd')
  return table
}

const first = (table: Table) => {
  const offered = table.negotiation.packages.get(PackageId.parse('k-1'))
  if (offered === undefined) throw new Error('not offered')
  return offered
}

test('[package-view-1] packages have letters in the order of their offers; a withdrawn one gives its letter up', () => {
  const table = talks()
  expect([...lettersOf(table.negotiation)]).toEqual([
    ['k-1', 'A'],
    ['k-2', 'B'],
    ['k-3', 'C'],
  ])
  table.write({ kind: 'package-withdrawn', package: PackageId.parse('k-1') })
  expect([...lettersOf(table.negotiation)]).toEqual([
    ['k-2', 'A'],
    ['k-3', 'B'],
  ])
})

test('[package-view-1] a package runs as a line beside its rows, and lines that overlap run side by side', () => {
  const { negotiation: record } = talks()
  const lines = linesOf(record, ['a', 'b', 'c', 'd'].map(c)).map(({ letter, lane, from, to }) => [letter, lane, from, to])
  expect(lines).toEqual([
    ['A', 0, 0, 2],
    ['B', 1, 1, 3],
    ['C', 2, 2, 3],
  ])
  expect(linesOf(record, ['a', 'b'].map(c))).toEqual([])
})

test('[package-view-2] a package says who links what, and whether its clauses wait for each other', () => {
  const table = talks()
  table.as('KES').acceptsIf('a', 'c')
  expect(linkagesOf(table.negotiation, table.assessment(), first(table))).toEqual([{ party: 'KES', words: '1 if 3' }])
  expect(isMutual(table.negotiation, table.assessment(), first(table))).toBe(false)
  table.as('ORL').acceptsIf('c', 'a')
  expect(isMutual(table.negotiation, table.assessment(), first(table))).toBe(true)
  table.as('ORL').gives('package.accept', {
    package: 'k-1',
    on: ['a', 'c'].map((clause) => ({ clause, fingerprint: table.reading(clause)?.fingerprint })),
  })
  expect(linkagesOf(table.negotiation, table.assessment(), first(table))).toContainEqual({
    party: 'ORL',
    words: '1 as part of it and 3 as part of it',
  })
})
