import { MilestoneId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { milestoneNames, unlockedBy } from './sequence.ts'

test('[milestone-view-3] what a milestone unlocks is every standing one that waits for it, by dependency or by due date', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const step = (title: string, more: object = {}) => ({
    title,
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'day', day: '2026-12-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
    ...more,
  })
  const propose = (terms: object) => {
    expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms })).toBeUndefined()
    return MilestoneId.parse([...table.negotiation.milestones.keys()].at(-1))
  }
  const first = propose(step('First'))
  const second = propose(step('Second', { dependsOn: [{ milestone: first, after: 'verified' }] }))
  const third = propose(step('Third', { due: { on: 'milestone', milestone: first, after: 'verified', offsetDays: 10 } }))
  expect(unlockedBy(table.negotiation, first).map(({ milestone }) => milestone)).toEqual([second, third])
  expect(table.as('KES').gives('milestone.withdraw', { milestone: second })).toBeUndefined()
  expect(unlockedBy(table.negotiation, first).map(({ milestone }) => milestone)).toEqual([third])
  expect([...milestoneNames(table.negotiation).values()]).toEqual(['M1', 'M2', 'M3'])
})
