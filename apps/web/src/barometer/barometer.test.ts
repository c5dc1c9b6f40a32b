import { ClauseId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { barometerShown } from './barometer.ts'

const agreed = new Set([ClauseId.parse('a')])

function talks() {
  const table = negotiation('KES ORL', { a: 'Weapons are withdrawn.' })
  const terms = {
    title: 'Withdrawn',
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'day', day: '2026-12-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }
  expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms })).toBeUndefined()
  const [milestone] = table.negotiation.milestones.keys()
  if (milestone === undefined) throw new Error('no milestone')
  return { table, milestone }
}

test('[barometer-view-1] the barometer is read from the first finding to now, section by section', () => {
  const { table, milestone } = talks()
  table.passes(48)
  table.write({ kind: 'milestone-found', milestone, finding: 'verified', level: 2 })
  table.passes(30)
  const { moments, all, sections } = barometerShown(table.negotiation, agreed, table.now())
  expect(moments.at(-1)).toBe(table.now())
  expect(all.levels.map((levels) => levels.join(' '))).toEqual(['1 0 0 0', '0 0 1 0', '0 0 1 0'])
  expect(sections.map(({ title, levels }) => [title, levels.at(-1)])).toEqual([['Provisions', [0, 0, 1, 0]]])
})
