import { assess, ClauseId, PartyId, SeatId } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { lapsedOf, newsBetween } from './news.ts'

const present = (...seats: readonly string[]) =>
  seats.map((seat, client) => ({ client, seat: SeatId.parse(seat), party: PartyId.parse(seat.slice(0, 3)) }))

function seen(table: Table, code: string, ...seats: readonly string[]) {
  const { readings, speaker } = table.situation(code, 'head')
  return { negotiation: table.negotiation, assessment: assess(table.negotiation, readings), presence: present(...seats), speaker }
}

const said = (...args: Parameters<typeof newsBetween>) => newsBetween(...args).map(({ sentence }) => sentence)

test('[announce-2] one’s own lapsed and restored consent is told, another delegation’s is not', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  table.as('KES').accepts('a')
  const [kes, orl] = [seen(table, 'KES'), seen(table, 'ORL')]
  table.as('ORL').edits('a', 'Once.')
  expect(said(kes, seen(table, 'KES'))).toEqual(['Clause 1: your delegation’s consent lapsed, because the words changed.'])
  expect(said(orl, seen(table, 'ORL'))).toEqual([])
  const lapsed = seen(table, 'KES')
  expect(lapsedOf(lapsed.assessment, PartyId.parse('KES'))).toEqual(new Set([ClauseId.parse('a')]))
  table.as('ORL').edits('a', 'One.')
  expect(said(lapsed, seen(table, 'KES'))).toEqual(['Clause 1: your delegation’s consent holds again, because the words are as they were.'])
})

test('[announce-2] what became agreed is told to everybody, typing to nobody', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  table.as('KES').accepts('a')
  const before = seen(table, 'CHR')
  table.as('ORL').edits('b', 'Twice.')
  expect(said(before, seen(table, 'CHR'))).toEqual([])
  table.as('ORL').accepts('a')
  const agreed = seen(table, 'CHR')
  expect(said(before, agreed)).toEqual(['Clause 1 is now agreed.'])
  table.as('ORL').withdraws('a')
  expect(said(agreed, seen(table, 'CHR'))).toEqual(['Clause 1 is no longer agreed.'])
})

test('who came and left is told by delegation; two windows of one person are one', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const alone = seen(table, 'KES', 'KES-head')
  const met = seen(table, 'KES', 'KES-head', 'KES-head', 'ORL-head', 'ORL-adviser')
  expect(said(alone, met)).toEqual(['ORL: 2 at the table.'])
  expect(said(met, alone)).toEqual(['ORL left the table.'])
})

test('[announce-4] packages, silence and corrections that are set going are told, and how silence ended', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  const before = seen(table, 'KES')
  table.as('CHR').gives('package.offer', { title: 'Deal', clauses: ['a', 'b'] })
  table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt: '2026-11-12T10:00:00Z' })
  const running = seen(table, 'KES')
  expect(said(before, running)).toEqual([
    'CHR offers the package “Deal”.',
    'Silence procedure on clause 1, until 12 November 2026, 10:00 UTC.',
  ])
  table.as('ORL').objects('a')
  expect(said(running, seen(table, 'KES'))).toEqual(['The silence procedure on clause 1 ended: broken by ORL, “No.”.'])
})
