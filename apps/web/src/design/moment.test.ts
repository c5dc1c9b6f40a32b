import { expect, test } from 'vitest'
import { ago, dayHeading, englishOf, momentInFull, momentsFor, momentShort } from './moment.ts'

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

test('[moment-1] moments follow the reader’s own zone and way of writing English, and name the zone where they stand in full', () => {
  const kyiv = momentsFor({ locale: englishOf(['uk-UA', 'fr']), zone: 'Europe/Kyiv' })
  expect(kyiv.momentShort('2026-11-22T14:02:00Z', now)).toBe('16:02')
  // Past midnight there, though not in UTC: another day for this reader.
  expect(kyiv.momentShort('2026-11-21T23:30:00Z', now)).toBe('01:30')
  expect(kyiv.momentInFull('2026-11-21T23:30:00Z')).toBe('22 November 2026, 01:30 EET')
  const denver = momentsFor({ locale: englishOf(['uk-UA', 'en-US', 'en']), zone: 'America/Denver' })
  expect(denver.momentInFull('2026-11-22T03:30:00Z')).toMatch(/^November 21, 2026, 08:30\sPM MST$/)
  expect(denver.dayHeading('2026-11-22T03:30:00Z', now)).toBe('Saturday November 21')
})

test('[moment-2] a day without a time is the same day for every reader', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    const reader = momentsFor({ locale: 'en-GB', zone })
    expect([reader.dayWithYear('2026-12-01'), reader.axisDay('2026-12-01'), reader.axisMonth('2027-01-01')]).toEqual([
      '1 December 2026',
      '1 Dec',
      'Jan 2027',
    ])
  }
})

test('[moment-3] a deadline is said on the reader’s clock where that differs from the zone it is meant in', () => {
  const reader = momentsFor({ locale: 'en-GB', zone: 'Europe/Berlin' })
  expect(reader.elsewhere('2026-12-01T23:59:00Z', 'UTC')).toBe('2 December 2026, 00:59 CET')
  expect(reader.elsewhere('2026-12-01T23:59:00Z', 'Europe/Paris')).toBeUndefined()
  // The same zone at another time of the year is another clock.
  expect(reader.elsewhere('2026-07-01T12:00:00Z', 'Africa/Lagos')).toBe('1 July 2026, 14:00 CEST')
  expect(reader.elsewhere('2026-12-01T12:00:00Z', 'Africa/Lagos')).toBeUndefined()
})
