import { Timestamp } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { textAt, textNow } from './text-at.ts'

const words = (text: string) => [{ type: 'paragraph' as const, runs: [{ text }] }]

test('[way-5] the text at a moment has the words of the server and the order, headings and numbers of the record', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.', c: 'Three.' })
  const at = table.entries.at(-1)?.at ?? Timestamp.parse('2026-01-01T00:00:00.000Z')
  expect(table.as('CHR').gives('clause.move', { clause: 'c', section: 'I' })).toBeUndefined()
  expect(table.as('CHR').gives('clause.withdraw', { clause: 'b' })).toBeUndefined()
  const told = { at, clauses: { a: words('One, then.'), b: words('Two, then.') } }
  expect(
    textAt(told, table.entries).map(({ clause, number, section, wording }) => [
      clause,
      number,
      section,
      wording.heading,
      wording.blocks.length,
    ]),
  ).toEqual([
    ['a', '1', 'Provisions', 'a', 1],
    ['b', '2', 'Provisions', 'b', 1],
    ['c', '3', 'Provisions', 'c', 0],
  ])
  expect(textNow(table.negotiation, table.readings()).map(({ clause, number }) => `${number} ${clause}`)).toEqual(['1 c', '2 a'])
  expect(textNow(table.negotiation, new Map()).length).toBe(0)
})

test('[structure-17] the text at a moment has the sections of that moment, also one that was removed since', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  expect(table.as('CHR').gives('section.add', { heading: 'Old', after: 'I' })).toBeUndefined()
  const section = table.negotiation.sections.at(-1)?.section
  expect(table.as('CHR').gives('clause.move', { clause: 'b', section })).toBeUndefined()
  const at = table.entries.at(-1)?.at ?? Timestamp.parse('2026-01-01T00:00:00.000Z')
  expect(table.as('CHR').gives('clause.withdraw', { clause: 'b' })).toBeUndefined()
  expect(table.as('CHR').gives('section.remove', { section })).toBeUndefined()
  expect(table.as('CHR').gives('clause.restore', { clause: 'b' })).toBeUndefined()
  const sectionsOf = (text: ReturnType<typeof textNow>) => text.map((clause) => `${clause.clause} ${clause.section}`)
  expect(sectionsOf(textAt({ at, clauses: {} }, table.entries))).toEqual(['a Provisions', 'b Old'])
  expect(sectionsOf(textNow(table.negotiation, table.readings()))).toEqual(['a Provisions', 'b Provisions'])
})
