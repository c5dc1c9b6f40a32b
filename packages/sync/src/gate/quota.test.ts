import { expect, test } from 'vitest'
import { charge, costOf, UNUSED, type Inspection } from './index.ts'

const quota = { burst: 100, perMinute: 60 }

test('[gate-10] what comes at once is bounded, and the bound moves on with time', () => {
  const full = charge(UNUSED, quota, 100, 0)
  expect(full.exceeded).toBe(false)
  expect(charge(full.meter, quota, 1, 0).exceeded).toBe(true)
  expect(charge(full.meter, quota, 5, 5_000).exceeded).toBe(false)
  expect(charge(full.meter, quota, 6, 5_000).exceeded).toBe(true)
})

test('[gate-10] trying again at once does not help, and one minute’s patience does', () => {
  let { meter } = charge(UNUSED, quota, 1_000_000, 0)
  for (let tries = 0; tries < 10; tries += 1) meter = charge(meter, quota, 50, 0).meter
  expect(charge(meter, quota, 60, 60_000).exceeded).toBe(false)
})

test('[gate-10] a clock that goes back costs nobody anything', () => {
  const { meter } = charge(UNUSED, quota, 100, 60_000)
  expect(charge(meter, quota, 1, 0).meter.used).toBe(100)
})

test('[gate-10] an update counts for what it changes, a refused one for much more than a keystroke', () => {
  const inspection: Inspection = {
    kind: 'inspection',
    noop: false,
    typing: false,
    authors: new Map([[2, { from: 4, to: 5 }]]),
    touches: new Map(),
    creates: new Set(),
    unseen: new Map(),
    weight: 900,
  }
  expect(costOf(inspection)).toBe(2)
  expect(costOf({ ...inspection, noop: true, authors: new Map() })).toBe(1)
  expect(costOf({ ...inspection, authors: new Map([[2, { from: 0, to: 9_000 }]]) })).toBe(901)
  expect(costOf({ kind: 'refusal', code: 'malformed', rule: '' })).toBe(100)
})
