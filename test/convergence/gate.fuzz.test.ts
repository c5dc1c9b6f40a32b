/**
 * The gate against chance: honest people and hostile ones at tables of five, from printed seeds.
 *
 * FUZZ_SEEDS says how many (200 unless told), FUZZ_FROM the first. A failing line names its seed; `FUZZ_FROM=<seed> FUZZ_SEEDS=1` repeats it.
 */
import { describe, expect, test } from 'vitest'
import { emptyReport, runSeed } from './campaign.ts'

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
    '[gate-1] lets in all that is honest and nothing that harms: seeds $first to $last',
    ({ first, last }) => {
      const known = report.failures.length
      for (let seed = first; seed <= last; seed += 1) runSeed(seed, report)
      expect(report.failures.slice(known)).toEqual([])
    },
    120_000,
  )

  // One seed does not meet everything.
  test.runIf(count >= 100)('[gate-1] every rule has refused something, and what was let in was lived with', () => {
    expect([...report.refusals.keys()].toSorted()).toEqual(rules.toSorted())
    expect(report.honest).toBeGreaterThan(20 * count)
    expect(report.attacks).toBeGreaterThan(50 * count)
    expect(report.letIn).toBeGreaterThan(2 * count)
    expect(report.lived).toBeGreaterThan(count)
  })
})

/** Every rule of the gate that an update or a quota can break. Taking one away must be noticed. */
const rules: readonly string[] = [
  'author-unbound: clientID of nobody',
  'forbidden-root: no right to write',
  'forbidden-root: no such text',
  'forged-author: clientID of somebody else',
  'forged: builds on itself',
  'forged: continues in another place',
  'forged: neighbours in two places',
  'forged: neighbours that never stood side by side',
  'forged: parent holds no others',
  'malformed: clientID',
  'malformed: clock of a deletion',
  'malformed: clock of an insertion',
  'malformed: empty deletion',
  'malformed: empty insertion',
  'malformed: empty section',
  'malformed: forbidden key',
  'malformed: kind of content',
  'malformed: kind of type',
  'malformed: not an update',
  'malformed: order of deletions',
  'malformed: repeated section',
  'malformed: trailing bytes',
  'pending: builds on what is not known',
  'pending: deletes what is not known',
  'pending: gap',
  'pending: skip',
  'rate-limited: quota',
  'read-only: seat writes nowhere',
  'schema: content in this place',
  'schema: kind of content',
  'schema: kind of type',
  'surrogate: continues inside a character',
  'surrogate: deletion inside a character',
  'surrogate: half a character',
  'surrogate: half a character in a value',
  'surrogate: left neighbour',
  'surrogate: right neighbour',
  'too-deep: nested value',
  'too-deep: nested value of a mark',
  'too-deep: nodes',
  'too-large: authors',
  'too-large: bytes',
  'too-large: deletions',
  'too-large: insertions',
  'too-large: steps to clean up after deletions',
  'too-large: steps to find the places of insertions',
  'too-large: value of a mark',
  'too-large: words',
]
