import { assess, ClauseId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { consentingTo, lapseWarning } from './consenting.ts'

test('[lapse-view-4] before an edit it is said whose consent will lapse: those who accept these words now, and nobody else', () => {
  const table = negotiation('KES MER ORL', { a: 'One.', b: 'Two.' })
  const consenting = () => {
    const of = assess(table.negotiation, table.situation('CHR', 'head').readings).clauses.get(ClauseId.parse('a'))
    return of === undefined ? [] : consentingTo(of)
  }
  expect(consenting()).toEqual([])
  table.as('KES').accepts('a')
  table.as('MER').acceptsIf('a', 'b')
  table.as('ORL').objects('a')
  expect(consenting()).toEqual(['KES', 'MER'])
  table.as('ORL').edits('a', 'Once.')
  expect(consenting()).toEqual([])
  expect(lapseWarning(['Kestria', 'Meridia'])).toBe('Editing this will lapse the consent of Kestria and Meridia.')
})
