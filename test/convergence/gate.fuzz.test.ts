/**
 * The gate against chance: honest people and hostile ones at tables of five, from printed seeds.
 *
 * FUZZ_SEEDS says how many (200 unless told), FUZZ_FROM the first. A failing line names its seed; `FUZZ_FROM=<seed> FUZZ_SEEDS=1` repeats it.
 */
import { describe, expect, test } from 'vitest'
import { emptyReport, runSeed } from './campaign.ts'
import { refusals } from './refusals.ts'

const from = Number(process.env['FUZZ_FROM'] ?? 1)
const count = Number(process.env['FUZZ_SEEDS'] ?? 200)
const BATCH = 20

const report = emptyReport()
const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) => {
  const first = from + index * BATCH
  return { first, last: Math.min(first + BATCH, from + count) - 1 }
})

describe(`the gate, seeds ${from} to ${from + count - 1}`, () => {
  test.each(batches)(
    '[gate-1] [gate-17] lets in all that is honest and nothing that harms: seeds $first to $last',
    ({ first, last }) => {
      const known = report.failures.length
      for (let seed = first; seed <= last; seed += 1) runSeed(seed, report)
      expect(report.failures.slice(known)).toEqual([])
    },
    120_000,
  )

  // One seed does not meet everything.
  test.runIf(count >= 100)('[gate-1] [gate-17] every rule has refused something, and what was let in was lived with', () => {
    expect([...report.refusals.keys()].toSorted()).toEqual(refusals.toSorted())
    expect(report.honest).toBeGreaterThan(20 * count)
    expect(report.attacks).toBeGreaterThan(50 * count)
    expect(report.letIn).toBeGreaterThan(2 * count)
    expect(report.lived).toBeGreaterThan(count)
    expect(report.waiting).toBeGreaterThan(20 * count)
    expect(report.together).toBeGreaterThan(10 * count)
  })
})
