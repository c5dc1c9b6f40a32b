import { ClauseId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { agendaOf, linesOf } from './agenda-lines.ts'

const [first, second] = [ClauseId.parse('c1'), ClauseId.parse('c2')]
const numbers = new Map([
  [first, '1'],
  [second, 'PP2'],
])

test('an agenda is written one item on a line, with the numbers of its clauses after a colon, and reads back the same', () => {
  const lines = 'Withdrawal: 1, pp2\n\n Organisation of work: the calendar \nOther business'
  const items = agendaOf(lines, numbers)
  expect(items).toEqual([
    { title: 'Withdrawal', clauses: [first, second] },
    { title: 'Organisation of work: the calendar' },
    { title: 'Other business' },
  ])
  expect(agendaOf(linesOf(items, numbers), numbers)).toEqual(items)
})
