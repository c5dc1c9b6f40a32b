/** Numbers once they are known: bis, ter and ante, gaps, and making them consecutive again. Annexes and their letters. */
import { expect, test } from 'vitest'
import { amendmentNames } from './amendment.ts'
import { latin, numbersOf, renumberings } from './numbering.ts'
import { negotiation, type Table } from './testing.ts'

const talks = () => negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.' })
const numbers = ({ negotiation: now }: Table) => [...numbersOf(now).values()]
const number = ({ negotiation: now }: Table, clause: string) => numbersOf(now).get(clause as never)
const closesARound = (table: Table) => {
  table.as('CHR').gives('round.open', { label: 'First' })
  table.as('CHR').gives('round.close', {})
}
const adds = (table: Table, after?: string, section: string = 'I', kind = 'operative') => {
  expect(table.as('CHR').gives('clause.add', { section, kind, ...(after && { after }) })).toBeUndefined()
  return table.added()
}
const addsSection = (table: Table, heading: string, more: object = {}) => {
  expect(table.as('CHR').gives('section.add', { heading, after: table.negotiation.sections.at(-1)?.section, ...more })).toBeUndefined()
  return table.negotiation.sections.find((section) => section.heading === heading)?.section ?? ''
}

test('[numbering-1] until a round is closed numbers follow the order; then those that are known do not shift', () => {
  const table = talks()
  adds(table, 'a')
  expect(numbers(table)).toEqual(['1', '2', '3', '4'])
  closesARound(table)
  const first = adds(table, 'a')
  const second = adds(table, 'a')
  const third = adds(table, first)
  expect([first, second, third].map((clause) => number(table, clause))).toEqual(['1 bis', '1 ter', '1 quater'])
  expect(number(table, 'c')).toBe('4')
  expect(number(table, adds(table, 'c'))).toBe('5')
})

test('[numbering-1] what is put before the first is ante; preambular paragraphs count for themselves', () => {
  const table = talks()
  closesARound(table)
  expect([adds(table), adds(table)].map((clause) => number(table, clause))).toEqual(['1 ante', '1 ante bis'])
  const preambular = adds(table, undefined, 'I', 'preambular')
  expect(number(table, preambular)).toBe('PP1')
  expect(number(table, adds(table, preambular, 'I', 'preambular'))).toBe('PP2')
})

test('[numbering-2] a moved clause keeps its number, and the number of a withdrawn one is not given again', () => {
  const table = talks()
  closesARound(table)
  table.as('CHR').gives('clause.move', { clause: 'c', section: 'I' })
  expect(numbers(table)).toEqual(['3', '1', '2'])
  table.as('CHR').gives('clause.withdraw', { clause: 'b' })
  expect(number(table, adds(table, 'a'))).toBe('1 bis')
  expect(number(table, adds(table, 'b'))).toBe('4')
  table.as('CHR').gives('clause.restore', { clause: 'b' })
  expect(number(table, 'b')).toBe('2')
})

test('[numbering-3] only who presides makes the numbers consecutive again, and then they are known as such', () => {
  const table = talks()
  const renumbers = (party = 'CHR') => table.as(party).gives('text.renumber', {})
  expect(renumbers()).toEqual({ code: 'nothing-new' })
  closesARound(table)
  expect(renumbers()).toEqual({ code: 'nothing-new' })
  const added = adds(table, 'a')
  table.as('KES').accepts('b')
  table.as('CHR').gives('clause.withdraw', { clause: 'c' })
  expect(renumbers('KES')).toEqual({ code: 'not-permitted', power: 'preside' })
  expect(renumberings(table.negotiation)).toEqual([
    { clause: added, from: '1 bis', to: '2' },
    { clause: 'b', from: '2', to: '3' },
  ])
  expect(renumbers()).toBeUndefined()
  expect(numbers(table)).toEqual(['1', '2', '3'])
  expect(table.standing('b', 'KES')).toMatchObject({ is: 'current' })
  // The withdrawn clause has lost its number, and gets one of its own when it comes back.
  table.as('CHR').gives('clause.restore', { clause: 'c' })
  expect(numbers(table)).toEqual(['1', '2', '3', '4'])
  adds(table, 'a')
  expect(numbers(table)).toEqual(['1', '1 bis', '2', '3', '4'])
})

test('[numbering-4] bis and ter are one series with the names of amendments: no two things are called alike', () => {
  const table = talks()
  closesARound(table)
  const tables = () => table.as('KES').gives('amendment.table', { clause: 'a', on: table.reading('a')?.fingerprint })
  tables()
  const added = adds(table, 'a')
  tables()
  expect(number(table, added)).toBe('1 ter')
  expect([...amendmentNames(table.negotiation, 'a' as never, '1').values()]).toEqual(['1 bis', '1 quater'])
  table.as('CHR').gives('clause.withdraw', { clause: added })
  expect([...amendmentNames(table.negotiation, 'a' as never, '1').values()]).toEqual(['1 bis', '1 quater'])
  expect([latin(0), latin(8), latin(9)]).toEqual(['bis', 'decies', '(11)'])
})

test('[annex-1] an annex stands behind everything else, with a letter and numbers of its own', () => {
  const table = talks()
  const maps = addsSection(table, 'Maps', { annex: true, after: undefined })
  const first = adds(table, undefined, maps)
  expect([number(table, first), number(table, adds(table, first, maps))]).toEqual(['A.1', 'A.2'])
  const more = addsSection(table, 'More provisions')
  expect(table.negotiation.sections.map(({ section }) => section)).toEqual(['I', more, maps])
  expect(number(table, adds(table, undefined, more))).toBe('4')
  const days = addsSection(table, 'Timetable', { annex: true })
  expect(number(table, adds(table, undefined, days))).toBe('B.1')
  table.as('CHR').gives('section.move', { section: days, after: more })
  expect(table.negotiation.sections.map(({ number: letter, heading }) => [letter, heading]).slice(-2)).toEqual([
    ['A', 'Timetable'],
    ['B', 'Maps'],
  ])
})

test('[annex-2] letters that are known do not shift, and a clause moved into an annex is numbered there', () => {
  const table = talks()
  const maps = addsSection(table, 'Maps', { annex: true })
  const days = addsSection(table, 'Timetable', { annex: true })
  adds(table, undefined, maps)
  closesARound(table)
  const between = addsSection(table, 'Lists', { annex: true, after: maps })
  expect(table.negotiation.sections.map(({ number: letter }) => letter)).toEqual([undefined, 'A', 'A bis', 'B'])
  table.as('CHR').gives('clause.move', { clause: 'b', section: between })
  expect(number(table, 'b')).toBe('A bis.1')
  expect([number(table, 'a'), number(table, 'c')]).toEqual(['1', '3'])
  table.as('CHR').gives('text.renumber', {})
  expect([number(table, 'b'), number(table, 'c'), table.negotiation.sections.at(-1)]).toEqual([
    'B.1',
    '2',
    { section: days, heading: 'Timetable', number: 'C', annex: true },
  ])
})

test('[structure-14] a section is moved with its clauses; annexes stay behind everything else', () => {
  const table = talks()
  const end = addsSection(table, 'Final provisions')
  const maps = addsSection(table, 'Maps', { annex: true })
  const last = adds(table, undefined, end)
  const moves = (section: string, after?: string) => table.as('CHR').gives('section.move', { section, ...(after && { after }) })
  expect(moves(end)).toBeUndefined()
  expect(numbers(table)).toEqual(['1', '2', '3', '4'])
  expect(number(table, last)).toBe('1')
  expect(moves(end)).toEqual({ code: 'nothing-new' })
  expect(moves(maps)).toEqual({ code: 'nothing-new' })
  expect(moves(end, 'I')).toBeUndefined()
  expect(number(table, last)).toBe('4')
  expect(moves('IX')).toEqual({ code: 'unknown', what: 'section', id: 'IX' })
})
