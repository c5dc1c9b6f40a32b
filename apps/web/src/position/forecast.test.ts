import { ClauseId, type Stance } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { forecast } from './forecast.ts'

const c = (id: string) => ClauseId.parse(id)
const ifAgreed = (id: string): Stance => ({ stance: 'accepts-if', conditions: [{ on: 'clause', clause: c(id) }] })

test('[forecast-1] a position is tried on the record as it stands, and nothing is recorded', () => {
  const table = negotiation('KES ORL', { two: 'Two.', seven: 'Seven.' })
  table.as('ORL').accepts('two')
  table.as('ORL').accepts('seven')
  table.as('KES').accepts('seven')
  const entries = table.entries.length
  expect(forecast(table.situation('KES', 'head'), c('two'), ifAgreed('seven'))?.status).toBe('agreed-in-package')
  table.as('ORL').objects('seven')
  expect(forecast(table.situation('KES', 'head'), c('two'), ifAgreed('seven'))).toMatchObject({
    status: 'conditional',
    blockers: [{ why: 'awaits', party: 'KES' }],
  })
  expect(table.entries.length).toBe(entries + 1)
})

test('what could not be said has no forecast', () => {
  const table = negotiation('KES ORL', { two: 'Two.' })
  expect(forecast(table.situation('KES', 'head'), c('two'), ifAgreed('two'))).toBeUndefined()
  expect(forecast(table.situation('KES', 'adviser'), c('two'), { stance: 'accepts' })).toBeUndefined()
})
