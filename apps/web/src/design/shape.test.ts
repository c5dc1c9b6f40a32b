import { Stance, type ClauseStatus } from '@entente/agreement'
import { expect, test } from 'vitest'
import { shapeOfStance, shapeOfStatus, toneOf } from './shape.ts'
import { wordOfStatus } from './status-words.ts'

const statuses: readonly ClauseStatus[] = [
  'agreed',
  'agreed-ad-referendum',
  'agreed-with-reservation',
  'agreed-in-package',
  'conditional',
  'contested',
  'bracketed',
  'consent-lapsed',
  'open',
]

test('[status-1] every clause status has a shape and a word of its own', () => {
  expect(new Set(statuses.map(shapeOfStatus)).size).toBe(statuses.length)
  expect(new Set(statuses.map(wordOfStatus)).size).toBe(statuses.length)
})

test('[status-1] every stance has a shape of its own', () => {
  const stances = Stance.options.map(({ shape }) => shapeOfStance({ stance: shape.stance.value }))
  expect(new Set(stances).size).toBe(7)
  expect(stances.map(toneOf)).toContain('object')
})
