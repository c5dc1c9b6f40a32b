import { expect, test } from 'vitest'
import { negotiation } from '../testing.ts'
import { barometerMoments, publicBarometer } from './public-barometer.ts'

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
  for (const code of ['KES', 'ORL']) table.as(code).accepts('a')
  const shown = () => publicBarometer(table.negotiation, table.assessment().agreed, table.now())
  return { table, shown }
}

test('[publication-2] outside the table nothing is shown before every required party agrees, and then only what the terms make public', () => {
  const { table, shown } = talks()
  expect(shown()).toBeUndefined()
  expect(table.as('KES').gives('publication.agree', {})).toBeUndefined()
  expect(shown()).toBeUndefined()
  expect(table.as('ORL').gives('publication.agree', {})).toBeUndefined()
  expect(shown()?.map(({ all }) => all)).toEqual([[1, 0, 0, 0]])
  expect(table.as('KES').gives('publication.withhold', {})).toBeUndefined()
  expect(shown()).toBeUndefined()
})

test('[barometer-4] however long it goes on, a barometer is read few times, from the first finding on, the last time now', () => {
  const { table } = talks()
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
