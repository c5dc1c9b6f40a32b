import { ClauseId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { choicesOf, conditionsOf, emptyRow } from './condition-rows.ts'

const table = negotiation('KES ORL', { two: 'Two.', seven: 'Seven.' })
const { readings } = table.situation('KES', 'head')
const seven = ClauseId.parse('seven')
const offered = (on: 'clause' | 'wording' | 'package' | 'milestone') => choicesOf(on, table.negotiation, readings, seven)

test('[condition-2] a clause is never offered as its own condition', () => {
  expect(offered('clause').map(({ words }) => words)).toEqual(['1. two'])
  expect(offered('wording')).toHaveLength(1)
  expect(offered('package')).toEqual([])
  expect(offered('milestone')).toEqual([])
  const own = choicesOf('clause', table.negotiation, readings, ClauseId.parse('two'))[0]?.value ?? ''
  expect(conditionsOf([{ on: 'clause', target: own }], seven)).toEqual([])
})

test('what is chosen twice counts once, what is not chosen not at all', () => {
  const target = offered('clause')[0]?.value ?? ''
  const row = { on: 'clause', target } as const
  expect(conditionsOf([row, emptyRow, row], seven)).toEqual([{ on: 'clause', clause: 'two' }])
  expect(conditionsOf([emptyRow], seven)).toEqual([])
})
