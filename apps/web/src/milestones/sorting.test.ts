import type { MilestoneState } from '@entente/agreement'
import { expect, test } from 'vitest'
import { sorted, sortedBy, type Sorting } from './sorting.ts'
import type { Step } from './steps.ts'
import { placeIn } from './usePlace.ts'

const step = (name: string, state: MilestoneState, day?: string) =>
  ({
    name,
    state,
    deadline: day === undefined ? { is: 'not-yet' } : { is: 'known', day },
    of: { terms: { title: name, performers: ['KES'], verifier: 'CHR' } },
  }) as unknown as Step

const steps = [step('M1', 'verified', '2026-12-01'), step('M10', 'pending'), step('M2', 'overdue', '2026-11-01')]
const names = (by: Sorting['by'], descending = false) => sorted(steps, { by, descending }).map(({ name }) => name)

test('[milestone-view-5] the table is sorted by any column; numbers count as numbers, and what has no day comes last both ways', () => {
  expect(names('name')).toEqual(['M1', 'M2', 'M10'])
  expect(names('name', true)).toEqual(['M10', 'M2', 'M1'])
  expect(names('due')).toEqual(['M2', 'M1', 'M10'])
  expect(names('due', true)).toEqual(['M1', 'M2', 'M10'])
  expect(names('state')).toEqual(['M2', 'M10', 'M1'])
  expect(names('verifier')).toEqual(['M1', 'M10', 'M2'])
})

test('pressing a heading sorts by it, and pressing it again turns the order', () => {
  const first = sortedBy('due', { by: 'name', descending: false })
  expect(first).toEqual({ by: 'due', descending: false })
  expect(sortedBy('due', first)).toEqual({ by: 'due', descending: true })
})

test('[milestone-view-6] the address says which view is shown and which milestone is in hand', () => {
  expect(placeIn({ search: '', hash: '' })).toEqual({ view: 'timeline', selected: undefined })
  expect(placeIn({ search: '?view=words', hash: '#milestone-ms-01' })).toEqual({ view: 'words', selected: 'ms-01' })
  expect(placeIn({ search: '?view=nothing', hash: '#clause-c1' })).toEqual({ view: 'timeline', selected: undefined })
})
