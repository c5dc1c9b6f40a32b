import { expect, test } from 'vitest'
import { percentiles, Probe, Sent } from './delivery.ts'

test('latency counts from the due time, inside the window only, and what never came is missing', () => {
  const sent = new Sent()
  for (const due of [0, 10, 20, 30]) sent.add(due)
  const probe = new Probe(new Map([[7, sent]]), { from: 10, to: 30 })
  probe.arrived(7, 0, 1, 5)
  probe.arrived(9, 0, 1, 5)
  probe.arrived(7, 1, 3, 50)
  expect([probe.latencies, probe.missing()]).toEqual([[40, 30], 1])
  // The same again changes nothing.
  probe.arrived(7, 1, 3, 60)
  expect([probe.latencies, probe.missing()]).toEqual([[40, 30], 1])
})

test('what was passed over stays missing', () => {
  const sent = new Sent()
  for (const due of [0, 10, 20]) sent.add(due)
  const probe = new Probe(new Map([[7, sent]]), { from: 0, to: 100 })
  probe.arrived(7, 2, 3, 25)
  expect([probe.latencies, probe.missing()]).toEqual([[5], 2])
})

test('percentiles', () => {
  expect(percentiles(Array.from({ length: 100 }, (_, value) => 99 - value))).toEqual({ p50: 50, p95: 95, p99: 99 })
  expect(percentiles([])).toEqual({ p50: Number.NaN, p95: Number.NaN, p99: Number.NaN })
})
