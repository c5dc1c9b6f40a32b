import { expect, test } from 'vitest'
import { ago, dayHeading, momentInFull, momentShort } from './moment.ts'

const now = '2026-11-22T15:00:00Z'

test('a moment is a time today, a day this year, a date before', () => {
  expect(momentShort('2026-11-22T14:02:00Z', now)).toBe('14:02')
  expect(momentShort('2026-11-20T09:00:00Z', now)).toBe('20 Nov')
  expect(momentShort('2025-11-20T09:00:00Z', now)).toBe('20 November 2025')
})

test('a moment in full names its zone', () => {
  expect(momentInFull('2026-11-22T14:02:00Z')).toBe('22 November 2026, 14:02 UTC')
})

test('days are told from the day of the reader', () => {
  expect(dayHeading('2026-11-22T14:02:00Z', now)).toBe('Today, Sunday 22 November')
  expect(dayHeading('2026-11-20T14:02:00Z', now)).toBe('Friday 20 November')
  expect(dayHeading('2025-11-20T14:02:00Z', now)).toBe('Thursday 20 November 2025')
})

test('what is recent is told by how long ago', () => {
  expect(ago('2026-11-22T14:59:50Z', now)).toBe('just now')
  expect(ago('2026-11-22T14:58:00Z', now)).toBe('2 minutes ago')
  expect(ago('2026-11-21T15:00:00Z', now)).toBe('yesterday')
  expect(ago('2026-10-03T15:00:00Z', now)).toBe('3 Oct')
})
