import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { slidesOf } from './slides.ts'

test('every clause and every proposed clause has its turn where it stands, also in a section without clauses', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.' })
  table.as('CHR').gives('section.add', { heading: 'Empty', after: 'I' })
  const empty = table.negotiation.sections.at(-1)?.section
  const proposed = [{ section: 'I', after: 'a' }, { section: 'I' }, { section: empty }].map((place) => {
    expect(table.as('KES').gives('amendment.table-clause', { ...place, clauseKind: 'operative' })).toBeUndefined()
    return `proposed-${[...table.negotiation.amendments.keys()].at(-1)}`
  })
  const [afterA, first, alone] = proposed
  expect(slidesOf(table.negotiation).map(({ at }) => at)).toEqual([first, 'clause-a', afterA, 'clause-b', alone])
})
