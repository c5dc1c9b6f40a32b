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
