import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { barometerOf } from './barometer.ts'

const terms = (title: string, more: object = {}) => ({
  title,
  performers: ['KES'],
  verifier: 'CHR',
  due: { on: 'day', day: '2026-12-01' },
  evidence: [],
  dependsOn: [],
  remedialSteps: [],
  ...more,
})

function talks() {
  const table = negotiation('KES ORL', { a: 'Weapons are withdrawn.' })
  for (const [title, more] of [
    ['Seen', { publicity: 'public' }],
    ['Unseen', {}],
  ] as const)
    expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms: terms(title, more) })).toBeUndefined()
  const [seen, unseen] = [...table.negotiation.milestones.keys()]
  if (seen === undefined || unseen === undefined) throw new Error('no milestones')
  return { table, seen, unseen }
}

test('[barometer-view-1] levels count from the verifier’s findings, on the day they were made; what a performer says of itself does not', () => {
  const { table, seen, unseen } = talks()
  table.write({ kind: 'milestone-reported', milestone: unseen, level: 3 })
  table.passes(48)
  table.write({ kind: 'milestone-found', milestone: seen, finding: 'verified', level: 2 })
  table.passes(96)
  table.write({ kind: 'milestone-inspected', milestone: seen, finding: 'not-verified', level: 1 })
  const { days, all, sections } = barometerOf(table.negotiation, table.now())
  expect(days[0]).toBe('2026-11-10')
  expect(days.at(-1)).toBe(table.now().slice(0, 10))
  expect(all.map((counts) => counts.join(' '))).toEqual(['2 0 0 0', '1 0 1 0', '1 0 1 0', '1 0 1 0', '1 0 1 0', '1 1 0 0'])
  expect(sections.map(({ heading, counts }) => [heading, counts.at(-1)])).toEqual([['Provisions', [1, 1, 0, 0]]])
})

test('[barometer-view-2] outside the table only what the terms make public counts', () => {
  const { table } = talks()
  expect(barometerOf(table.negotiation, table.now()).all).toEqual([[2, 0, 0, 0]])
  expect(barometerOf(table.negotiation, table.now(), { publicOnly: true }).all).toEqual([[1, 0, 0, 0]])
})

test('[barometer-view-3] however long it goes on, it shows few days, the last of them today', () => {
  const { table, seen } = talks()
  table.write({ kind: 'milestone-found', milestone: seen, finding: 'verified', level: 3 })
  table.passes(24 * 400)
  const { days } = barometerOf(table.negotiation, table.now())
  expect(days.length).toBeLessThanOrEqual(13)
  expect(days.length).toBeGreaterThan(10)
  expect(days.at(-1)).toBe(table.now().slice(0, 10))
})
