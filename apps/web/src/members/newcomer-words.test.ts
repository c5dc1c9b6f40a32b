import { PartyId, type Party } from '@entente/agreement'
import { expect, test } from 'vitest'
import { newcomerSentence } from './newcomer-words.ts'

const party = (kind: Party['kind']): Party => ({
  party: PartyId.parse('KES'),
  name: 'Kestria',
  shortName: 'Kestria',
  kind,
  languages: [],
  required: kind === 'delegation',
})

test('of a delegation it says that its caucus begins anew, of any other party what becomes of its groups', () => {
  expect(newcomerSentence(party('delegation'), 'the new head')).toBe(
    'Its caucus begins anew: the new head reads nothing that Kestria said in it before, and has no place in groups that were opened before without you.',
  )
  expect(newcomerSentence(party('guarantor'), 'whoever joins')).toBe(
    'Whoever joins has no place in groups that were opened before without you.',
  )
})
