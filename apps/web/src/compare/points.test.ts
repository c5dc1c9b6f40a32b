import { expect, test } from 'vitest'
import { fieldOf, momentIn, pointWords } from './points.ts'

test('[way-5] a moment is chosen by the minute, in UTC', () => {
  expect(momentIn('2026-11-18T14:02')).toBe('2026-11-18T14:02:59.999Z')
  expect([momentIn(''), momentIn('2026-11-18'), momentIn('2026-13-45T99:99')]).toEqual([undefined, undefined, undefined])
  expect(fieldOf('2026-11-18T14:02:59.999Z')).toBe('2026-11-18T14:02')
  expect(pointWords({ is: 'moment', at: momentIn('2026-11-18T14:02') ?? ('' as never) })).toBe('As of 18 November 2026, 14:02 UTC')
})
