import { PartyId, type Blocker } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { waitingWords } from './waiting.ts'

const kes = PartyId.parse('KES')
const mer = PartyId.parse('MER')
const say = (...blockers: readonly Blocker[]) => waitingWords(blockers, (party) => party)

test('who has to speak or speak again is named; who objects or reserves has spoken', () => {
  expect(say({ why: 'silent', party: kes })).toBe('Waiting for KES')
  expect(say({ why: 'objects', party: mer }, { why: 'reserves', party: kes })).toBeUndefined()
  expect(say()).toBeUndefined()
  const table = negotiation('KES ORL MER', { a: 'One.', b: 'Two.' })
  table.as('KES').accepts('a')
  table.as('KES').edits('a', 'Once.')
  table.as('ORL').acceptsIf('a', 'b')
  table.as('MER').objects('a')
  expect(say(...table.blockers('a'))).toBe('Waiting for KES and ORL')
})

test('open brackets are counted', () => {
  expect(say({ why: 'brackets', open: 1 })).toBe('1 bracket open')
  expect(say({ why: 'brackets', open: 4 }, { why: 'silent', party: kes })).toBe('Waiting for KES · 4 brackets open')
  expect(say({ why: 'nobody-accepts' })).toBe('Nobody accepts yet')
})
