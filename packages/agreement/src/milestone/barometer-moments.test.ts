import { expect, test } from 'vitest'
import { negotiation } from '../testing.ts'
import { barometerMoments } from './barometer-moments.ts'

test('[barometer-4] however long it goes on, a barometer is read few times, from the first finding on, the last time now', () => {
  const table = negotiation('KES ORL', { a: 'Weapons are withdrawn.' })
  const due = { on: 'day', day: '2026-12-01' }
  const terms = { title: 'Withdrawn', performers: ['KES'], verifier: 'CHR', due, evidence: [], dependsOn: [], remedialSteps: [] }
  expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms })).toBeUndefined()
  expect(barometerMoments(table.negotiation, table.now())).toEqual([table.now()])
  const [milestone] = table.negotiation.milestones.keys()
  if (milestone === undefined) throw new Error('no milestone')
  table.write({ kind: 'milestone-found', milestone, finding: 'verified', level: 3 })
  table.passes(24 * 400)
  const moments = barometerMoments(table.negotiation, table.now())
  expect(moments.length).toBeLessThanOrEqual(14)
  expect(moments.length).toBeGreaterThan(10)
  expect(moments.at(-1)).toBe(table.now())
})
