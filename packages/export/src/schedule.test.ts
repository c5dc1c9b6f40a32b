import type { Due } from '@entente/agreement'
import { expect, test } from 'vitest'
import { dueInWords, partLines } from './schedule.ts'

const names = { anchor: () => 'Signature Day', milestone: () => 'M12' }

test.each([
  [{ on: 'anchor', anchor: 'D', offsetDays: 21 }, '21 days after Signature Day'],
  [{ on: 'anchor', anchor: 'D', offsetDays: 1 }, '1 day after Signature Day'],
  [{ on: 'anchor', anchor: 'D', offsetDays: -3 }, '3 days before Signature Day'],
  [{ on: 'anchor', anchor: 'D', offsetDays: 0, time: '18:00' }, 'On Signature Day, 18:00 UTC'],
  [{ on: 'day', day: '2026-12-01' }, '1 December 2026'],
  [{ on: 'day', day: '2026-12-01', time: '06:00' }, '1 December 2026, 06:00 UTC'],
  [{ on: 'milestone', milestone: 'm', after: 'verified', offsetDays: 14 }, '14 days after M12 is verified'],
  [{ on: 'milestone', milestone: 'm', after: 'reported', offsetDays: 0 }, 'As soon as M12 is reported'],
])('[export-16] due dates are told in words: %j', (due, words) => {
  expect(dueInWords(due as Due, names)).toBe(words)
})

test('[export-16] the parts for which evidence is asked are told with who owes each', () => {
  const each = [{ name: 'Site A', by: 'KES' as never }, { name: 'Site B' }]
  expect(partLines({ parts: { called: 'sites', each } }, { party: () => 'Kestria' })).toEqual([
    'For each of the sites: Site A (Kestria), Site B',
  ])
  expect(partLines({}, { party: () => 'Kestria' })).toEqual([])
})
