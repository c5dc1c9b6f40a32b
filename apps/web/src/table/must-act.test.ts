import { assess, ClauseId, CorrectionId, Day, Fingerprint, PackageId, PartyId, SilenceId, Timestamp } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { mustAct, type Duty } from './must-act.ts'

function duties(table: Table, party: string): readonly Duty[] {
  const { readings } = table.situation('CHR', 'head')
  return mustAct(table.negotiation, assess(table.negotiation, readings), PartyId.parse(party))
}

const short = (of: readonly Duty[]) => of.map((duty) => ('clause' in duty ? `${duty.why} ${duty.clause}` : duty.why))

test('[must-act-1] what a delegation owes the table comes gravest first, then in the order of the text', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.', c: 'Three.', d: 'Four.' })
  expect(short(duties(table, 'KES'))).toEqual(['no-position a', 'no-position b', 'no-position c', 'no-position d'])
  table.as('KES').accepts('b')
  table.as('KES').accepts('c')
  table.as('ORL').edits('c', 'Three and a half.')
  expect(short(duties(table, 'KES'))).toEqual(['lapsed c', 'no-position a', 'no-position d'])
  expect(short(duties(table, 'ORL'))).toEqual(['no-position a', 'no-position b', 'no-position c', 'no-position d'])
})

test('[must-act-1] a restored wording takes the lapse off the list', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  table.as('KES').accepts('a')
  table.as('ORL').edits('a', 'Once.')
  expect(duties(table, 'KES')).toMatchObject([{ why: 'lapsed', clause: 'a', consent: true }])
  table.as('ORL').edits('a', 'One.')
  expect(duties(table, 'KES')).toEqual([])
})

test('[must-act-2] a running silence procedure is a duty of whoever does not accept; a closed one is not', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  const closesAt = Timestamp.parse('2026-11-24T18:00:00Z')
  const clauses = [ClauseId.parse('a'), ClauseId.parse('b')]
  table.write({ kind: 'silence-opened', silence: SilenceId.parse('s'), clauses, closesAt })
  table.as('KES').accepts('a')
  expect(duties(table, 'KES')).toEqual([{ why: 'silence', clause: 'b', closesAt }])
  table.write({ kind: 'silence-ended', silence: SilenceId.parse('s'), outcome: 'broken' })
  expect(duties(table, 'KES')).toEqual([{ why: 'no-position', clause: 'b' }])
})

test('a confirmation from capital is a duty while it has a day', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const by = Timestamp.parse(`${Day.parse('2026-11-24')}T12:00:00Z`)
  table.as('KES').states('a', { stance: 'accepts-ad-referendum' })
  expect(duties(table, 'KES')).toEqual([])
  table.as('KES').states('a', { stance: 'accepts-ad-referendum', confirmBy: by })
  expect(duties(table, 'KES')).toEqual([{ why: 'confirm', clause: 'a', by }])
})

test('whose consent does not count owes nothing', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  expect(duties(table, 'CHR')).toEqual([])
  expect(duties(table, 'OBS')).toEqual([])
})

test('[must-act-3] what capital has confirmed is owed no longer, and what it did not confirm in time is owed anew', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
  const soon = Timestamp.parse(new Date(Date.parse(table.now()) + 3_600_000).toISOString())
  for (const clause of ['a', 'b']) table.as('KES').states(clause, { stance: 'accepts-ad-referendum', confirmBy: soon })
  table.as('KES').gives('position.confirm', { clause: 'a' })
  expect(short(duties(table, 'KES'))).toEqual(['confirm b'])
  table.passes(2)
  expect(short(duties(table, 'KES'))).toEqual(['unconfirmed b'])
})

test('[must-act-4] a package waits for whoever has not spoken on its clauses since, and not for its author', () => {
  const table = negotiation('KES ORL', { a: 'One.', b: 'Two.', c: 'Three.' })
  table.as('KES').objects('a')
  table.as('KES').accepts('b')
  for (const clause of ['a', 'b', 'c']) table.as('ORL').accepts(clause)
  const clauses = ['a', 'b', 'c'].map((clause) => ClauseId.parse(clause))
  table.write({ kind: 'package-offered', package: PackageId.parse('k'), title: 'Deal', by: PartyId.parse('CHR'), clauses, description: '' })
  expect(short(duties(table, 'KES'))).toEqual(['package a'])
  expect(short(duties(table, 'ORL'))).toEqual([])
  table.as('KES').objects('a')
  table.as('KES').states('a', { stance: 'reserves' })
  expect(short(duties(table, 'KES'))).toEqual(['package c'])
  table.as('KES').reserves('c')
  expect(short(duties(table, 'KES'))).toEqual([])
  table.write({
    kind: 'package-offered',
    package: PackageId.parse('own'),
    title: 'Own',
    by: PartyId.parse('KES'),
    clauses,
    description: '',
  })
  expect(short(duties(table, 'KES'))).toEqual([])
})

test('[must-act-5] a correction and a shorter time for silence wait for whoever could object or has not agreed', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  table.as('KES').accepts('a')
  const from = table.reading('a')?.fingerprint ?? Fingerprint.parse('0'.repeat(64))
  const closesAt = Timestamp.parse('2026-11-24T18:00:00Z')
  const quote = { exact: 'One', prefix: '', suffix: '.', offset: 0 }
  const correction = CorrectionId.parse('e-1')
  const to = Fingerprint.parse('1'.repeat(64))
  table.write({
    kind: 'correction-proposed',
    correction,
    clause: ClauseId.parse('a'),
    from,
    to,
    quote,
    replacement: 'Once',
    reason: 'Slip.',
    closesAt,
  })
  table.as('CHR').gives('silence.propose-time', { hours: 24 })
  expect(short(duties(table, 'KES'))).toEqual(['correction a', 'silence-time'])
  table.as('KES').gives('silence.accept-time', { hours: 24 })
  table.write({ kind: 'correction-dropped', correction })
  expect(short(duties(table, 'KES'))).toEqual([])
})
