/** Removing a section: when it can be, and where what was out of the text but still had a place in it goes. */
import { expect, test } from 'vitest'
import { replay } from './fold.ts'
import { MAX_CLAUSES } from './limits.ts'
import { numbersOf } from './numbering.ts'
import { negotiation, type Table } from './testing.ts'

const talks = () => negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.' })
const removes = (table: Table, section: string) => table.as('CHR').gives('section.remove', { section })
const sections = ({ negotiation: now }: Table) => now.sections.map(({ heading }) => heading)
const letters = ({ negotiation: now }: Table) => now.sections.flatMap(({ annex, number }) => (annex ? [number] : []))
const number = ({ negotiation: now }: Table, clause: string) => numbersOf(now).get(clause as never)
const place = ({ negotiation: now }: Table) => now.clauses.map(({ clause, section }) => [clause, section])
const addsSection = (table: Table, heading: string, after: string | undefined, annex: boolean = false) => {
  expect(table.as('CHR').gives('section.add', { heading, ...(after && { after }), ...(annex && { annex }) })).toBeUndefined()
  return table.negotiation.sections.find((section) => section.heading === heading)?.section ?? ''
}
const movesAndWithdraws = (table: Table, clause: string, section: string) => {
  expect(table.as('CHR').gives('clause.move', { clause, section })).toBeUndefined()
  expect(table.as('CHR').gives('clause.withdraw', { clause })).toBeUndefined()
}
const closesARound = (table: Table) => {
  table.as('CHR').gives('round.open', { label: 'First' })
  table.as('CHR').gives('round.close', {})
}

test('[structure-17] a section is removed once no clause stands in it, and any earlier moment still shows it', () => {
  const table = talks()
  expect(removes(table, 'I')).toEqual({ code: 'section-not-empty', section: 'I', clauses: 3 })
  expect(removes(table, 'IX')).toEqual({ code: 'unknown', what: 'section', id: 'IX' })
  const mistake = addsSection(table, 'Mistake', 'I')
  table.as('CHR').gives('clause.move', { clause: 'b', section: mistake })
  table.as('CHR').gives('drafting.set', { section: mistake, drafting: 'pen' })
  expect(removes(table, mistake)).toEqual({ code: 'section-not-empty', section: mistake, clauses: 1 })
  table.as('CHR').gives('clause.move', { clause: 'b', section: 'I', after: 'a' })
  const before = table.entries.length
  expect(removes(table, mistake)).toBeUndefined()
  expect([sections(table), table.negotiation.pens.sections.size]).toEqual([['Provisions'], 0])
  expect(removes(table, mistake)).toEqual({ code: 'unknown', what: 'section', id: mistake })
  expect(table.entries.at(-1)?.fact).toEqual({ kind: 'section-removed', section: mistake })
  expect(replay(table.entries.slice(0, before)).sections.map(({ heading }) => heading)).toEqual(['Provisions', 'Mistake'])
  expect(table.negotiation.removedSections.get(mistake as never)).toMatchObject({ heading: 'Mistake' })
})

test('[structure-17] whoever may add a section may remove one; removed ones still count', () => {
  const table = talks()
  const mistake = addsSection(table, 'Mistake', 'I')
  expect(table.as('KES', 'adviser').gives('section.remove', { section: mistake })).toEqual({ code: 'not-permitted', power: 'structure' })
  expect(table.as('OBS').gives('section.remove', { section: mistake })).toEqual({ code: 'not-permitted', power: 'structure' })
  expect(table.as('KES').gives('section.remove', { section: mistake })).toBeUndefined()
  const more = Array.from({ length: MAX_CLAUSES - 2 }, (_, index) => ({ heading: `${index}`, clauses: [] }))
  expect(table.as('CHR').gives('text.bring-in', { sections: [...more, ...more.slice(0, 1)] })).toMatchObject({ code: 'too-many' })
  expect(table.as('CHR').gives('text.bring-in', { sections: more })).toBeUndefined()
  expect(table.as('CHR').gives('section.add', { heading: 'One more' })).toEqual({ code: 'too-many', what: 'section', limit: MAX_CLAUSES })
})

test('[structure-17] the only section can be removed, and the next text begins anew', () => {
  const table = negotiation('KES ORL', {})
  expect(removes(table, 'I')).toBeUndefined()
  expect(sections(table)).toEqual([])
  addsSection(table, 'Preamble', undefined)
  expect(sections(table)).toEqual(['Preamble'])
})

test('[structure-18] clauses withdrawn from it are restored in the section before it, with the number and the consent they had', () => {
  const table = talks()
  for (const party of ['KES', 'ORL']) table.as(party).accepts('b')
  closesARound(table)
  const old = addsSection(table, 'Old', 'I')
  movesAndWithdraws(table, 'b', old)
  expect(removes(table, old)).toBeUndefined()
  expect(table.entries.at(-1)?.fact).toEqual({ kind: 'section-removed', section: old, into: 'I' })
  expect(place(table)).toEqual([
    ['a', 'I'],
    ['c', 'I'],
    ['b', 'I'],
  ])
  expect(table.as('CHR').gives('clause.restore', { clause: 'b' })).toBeUndefined()
  expect([number(table, 'b'), number(table, 'c'), table.agreed()]).toEqual(['2', '3', ['b']])
})

test('[structure-18] those of the first section go to the front of the one after it; the only section stays while anything has its place in it', () => {
  const table = talks()
  const next = addsSection(table, 'Next', 'I')
  table.as('CHR').gives('clause.move', { clause: 'c', section: next })
  for (const clause of ['a', 'b']) table.as('CHR').gives('clause.withdraw', { clause })
  expect(removes(table, 'I')).toBeUndefined()
  expect(place(table)).toEqual([
    ['a', next],
    ['b', next],
    ['c', next],
  ])
  table.as('CHR').gives('clause.withdraw', { clause: 'c' })
  expect(removes(table, next)).toEqual({ code: 'section-needed', section: next })
  const annex = addsSection(table, 'Maps', next, true)
  expect(removes(table, next)).toBeUndefined()
  expect(place(table).map(([, section]) => section)).toEqual([annex, annex, annex])
})

test('[structure-18] a new clause proposed for it stays before the table, and is taken in where the section began', () => {
  const table = talks()
  const old = addsSection(table, 'Old', 'I')
  const proposes = () => {
    expect(table.as('KES').gives('amendment.table-clause', { section: old, clauseKind: 'operative', heading: 'Relief' })).toBeUndefined()
    return [...table.negotiation.amendments.keys()].at(-1)
  }
  const amendment = proposes()
  movesAndWithdraws(table, 'b', old)
  expect(removes(table, old)).toBeUndefined()
  const proposed = table.negotiation.amendments.get(amendment as never)
  expect(proposed).toMatchObject({ section: 'I', after: 'c', state: { is: 'tabled' } })
  const of = table.reads(`${amendment}`)?.fingerprint
  expect(table.as('CHR').gives('amendment.incorporate', { amendment, of })).toBeUndefined()
  expect(table.negotiation.clauses.map(({ heading }) => heading)).toEqual(['a', 'c', 'Relief', 'b'])
})

test('[structure-18] a clause withdrawn from an annex comes back in another annex while there is one, and is numbered there', () => {
  const table = talks()
  const maps = addsSection(table, 'Maps', 'I', true)
  const lists = addsSection(table, 'Lists', maps, true)
  closesARound(table)
  movesAndWithdraws(table, 'c', maps)
  expect(removes(table, maps)).toBeUndefined()
  table.as('CHR').gives('clause.restore', { clause: 'c' })
  expect([letters(table), number(table, 'c')]).toEqual([['B'], 'B.1'])
  table.as('CHR').gives('clause.withdraw', { clause: 'c' })
  expect(removes(table, lists)).toBeUndefined()
  table.as('CHR').gives('clause.restore', { clause: 'c' })
  expect([sections(table), number(table, 'c')]).toEqual([['Provisions'], '3'])
})

test('[annex-4] the known letter of a removed annex is not given again before the text is renumbered', () => {
  const table = talks()
  const [maps, lists] = [addsSection(table, 'Maps', 'I', true), addsSection(table, 'Lists', 'I', true)]
  expect(letters(table)).toEqual(['A', 'B'])
  // Until a round is closed letters follow the order.
  removes(table, lists)
  const days = addsSection(table, 'Timetable', maps, true)
  table.as('CHR').gives('clause.move', { clause: 'a', section: maps })
  closesARound(table)
  expect(removes(table, days)).toBeUndefined()
  const sums = addsSection(table, 'Sums', maps, true)
  expect(letters(table)).toEqual(['A', 'C'])
  removes(table, addsSection(table, 'Between', maps, true))
  addsSection(table, 'Instead', maps, true)
  expect(letters(table)).toEqual(['A', 'A ter', 'C'])
  table.as('CHR').gives('clause.move', { clause: 'b', section: sums })
  expect(table.as('CHR').gives('text.renumber', {})).toBeUndefined()
  expect(letters(table)).toEqual(['A', 'B', 'C'])
  const last = addsSection(table, 'At the end', sums, true)
  expect(letters(table)).toEqual(['A', 'B', 'C', 'D'])
  removes(table, last)
  table.as('CHR').gives('clause.withdraw', { clause: 'a' })
  table.as('CHR').gives('clause.move', { clause: 'c', section: maps })
  expect(table.as('CHR').gives('text.renumber', {})).toBeUndefined()
  addsSection(table, 'At the end again', sums, true)
  expect(letters(table)).toEqual(['A', 'B', 'C', 'D'])
})
