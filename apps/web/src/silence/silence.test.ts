import { Timestamp } from '@entente/agreement'
import { expect, test } from 'vitest'
import { fieldOf, momentOf, proposedDeadline } from './deadline.ts'
import { untilWords } from './until-words.ts'

const now = '2026-11-22T14:02:10Z'
const after = (ms: number) => new Date(Date.parse(now) + ms).toISOString()

test('[silence-view-1] a deadline counts down in words, and never says more than is left', () => {
  expect(untilWords(after(0), now)).toBe('now due')
  expect(untilWords(after(59_000), now)).toBe('in less than a minute')
  expect(untilWords(after(119_000), now)).toBe('in 1 minute')
  expect(untilWords(after(3 * 3_600_000), now)).toBe('in 3 hours')
  expect(untilWords(after(5 * 3_600_000 + 20 * 60_000), now)).toBe('in 5 hours and 20 minutes')
  expect(untilWords(after(72 * 3_600_000), now)).toBe('in 3 days')
  expect(untilWords(after(28 * 3_600_000), now)).toBe('in 1 day and 4 hours')
})

test('[silence-view-2] the deadline proposed leaves the least time and a while to fill in the form', () => {
  const proposed = proposedDeadline(Timestamp.parse(now), 72)
  expect(proposed).toBe('2026-11-25T15:00:00.000Z')
  expect(proposedDeadline(Timestamp.parse('2026-11-22T13:55:00Z'), 24)).toBe('2026-11-23T15:00:00.000Z')
})

test('[silence-view-2] what a field says is UTC, and half a date is none', () => {
  const at = Timestamp.parse('2026-11-25T15:00:00.000Z')
  expect(momentOf(fieldOf(at))).toBe('2026-11-25T15:00:00Z')
  expect(momentOf('')).toBeUndefined()
  expect(momentOf('2026-11-25')).toBeUndefined()
})
