import { assess, ClauseId, Timestamp } from '@entente/agreement'
import { negotiation, type Table } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { authorsOf, lapseSentence, lapsesOn, readsAsLeft, unconfirmedSentence } from './lapse.ts'

function lapses(table: Table, clause: string) {
  const { readings } = table.situation('CHR', 'head')
  const of = assess(table.negotiation, readings).clauses.get(ClauseId.parse(clause))
  return of === undefined ? [] : lapsesOn(of)
}

test('[lapse-view-1] parties whose consent lapsed with the same change are told together, the latest change first', () => {
  const table = negotiation('KES MER ORL', { a: 'One.' })
  table.as('KES').accepts('a')
  table.as('MER').accepts('a')
  table.as('ORL').edits('a', 'One and its sensors.')
  expect(lapses(table, 'a').map(({ parties }) => parties)).toEqual([['KES', 'MER']])
  table.as('MER').accepts('a')
  table.as('ORL').edits('a', 'One and all sensors.')
  expect(lapses(table, 'a').map(({ parties }) => parties)).toEqual([['MER'], ['KES']])
  const change = lapses(table, 'a')[0]?.change
  expect(change && authorsOf(change, table.negotiation)).toEqual(['ORL'])
})

test('[lapse-view-5] a reserve that lapsed is not called consent', () => {
  const table = negotiation('KES MER ORL', { a: 'One.' })
  table.as('ORL').reserves('a')
  table.as('KES').accepts('a')
  table.as('MER').edits('a', 'Once.')
  expect(lapses(table, 'a').map(({ parties, consent }) => [parties, consent])).toEqual([
    [['KES'], true],
    [['ORL'], false],
  ])
  expect(
    lapseSentence({ parties: ['Orlava'], consent: false, when: 'at 14:02', authors: ['Meridia'], changed: 'added “x”', asLeft: true }),
  ).toBe('The position of Orlava lapsed at 14:02, when Meridia added “x”.')
})

test('[lapse-view-2] the sentence names whose consent, when, who and which words', () => {
  expect(
    lapseSentence({
      parties: ['Kestria'],
      consent: true,
      when: 'at 14:02',
      authors: ['Orlava'],
      changed: 'added “and its sensors”',
      asLeft: true,
    }),
  ).toBe('Consent of Kestria lapsed at 14:02, when Orlava added “and its sensors”.')
  expect(
    lapseSentence({
      parties: ['Kestria', 'Meridia'],
      consent: true,
      when: 'on 18 November, 09:40',
      authors: ['Chair', 'Orlava'],
      changed: 'deleted “30 km”',
      asLeft: true,
    }),
  ).toBe('Consent of Kestria and Meridia lapsed on 18 November, 09:40, when Chair and Orlava deleted “30 km”.')
})

test('[lapse-view-2] words written after the lapse are not put in the mouth of whoever caused it', () => {
  const moved = {
    parties: ['Kestria'],
    consent: true,
    when: 'at 14:02',
    authors: ['Orlava'],
    changed: 'added “and its sensors”',
    asLeft: false,
  }
  expect(lapseSentence(moved)).toBe(
    'Consent of Kestria lapsed at 14:02, when Orlava changed the words. Compared with the words accepted: added “and its sensors”.',
  )
})

test('the sentence says no more than the record knows', () => {
  const unknown = { parties: ['Orlava'], consent: true, when: undefined, authors: [], changed: undefined, asLeft: false }
  expect(lapseSentence(unknown)).toBe('Consent of Orlava lapsed when the words changed.')
  expect(lapseSentence({ ...unknown, changed: 'added “(c) …”' })).toBe('Consent of Orlava lapsed when the words changed: added “(c) …”.')
  expect(lapseSentence({ ...unknown, when: 'at 14:02' })).toBe('Consent of Orlava lapsed at 14:02, when the words changed.')
})

test('whether the words still are as the change left them', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  table.as('KES').accepts('a')
  table.as('ORL').edits('a', 'Once.')
  const change = lapses(table, 'a')[0]?.change
  expect(readsAsLeft(change, table.reading('a'))).toBe(true)
  table.as('CHR').edits('a', 'Once more.')
  expect(readsAsLeft(change, table.reading('a'))).toBe(false)
  expect(readsAsLeft(undefined, table.reading('a'))).toBe(false)
})

test('[ad-referendum-view-1] an acceptance that was not confirmed in time is told as such, not as changed words', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const confirmBy = Timestamp.parse(new Date(Date.parse(table.now()) + 3_600_000).toISOString())
  table.as('KES').states('a', { stance: 'accepts-ad-referendum', confirmBy })
  table.passes(2)
  expect(lapses(table, 'a')).toMatchObject([{ parties: ['KES'], because: 'unconfirmed', consent: true }])
  expect(unconfirmedSentence(['Kestria'])).toBe('The acceptance of Kestria lapsed: it was given ad referendum and not confirmed in time.')
})
