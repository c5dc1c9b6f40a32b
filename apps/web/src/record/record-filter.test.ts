import { ClauseId, PartyId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { everything, passes } from './record-filter.ts'
import type { Telling } from './tell.ts'

const telling: Telling = { by: [PartyId.parse('KES')], deed: 'accepts clause 1', clauses: [ClauseId.parse('one')], topic: 'positions' }

test('an entry passes only what it is about', () => {
  expect(passes(telling, everything)).toBe(true)
  expect(passes(telling, { ...everything, clause: ClauseId.parse('one'), party: PartyId.parse('KES'), topic: 'positions' })).toBe(true)
  expect(passes(telling, { ...everything, clause: ClauseId.parse('two') })).toBe(false)
  expect(passes(telling, { ...everything, party: PartyId.parse('ORL') })).toBe(false)
  expect(passes(telling, { ...everything, topic: 'text' })).toBe(false)
})
