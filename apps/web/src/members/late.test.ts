import { PartyId, roundsBefore } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { lateWords } from './late.ts'

test('[members-8] a party that was invited after a round says so, the others do not', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  const chair = table.as('CHR')
  for (const [name, input] of [
    ['round.open', { label: 'First reading' }],
    ['round.close', {}],
    ['party.seat', { party: 'LIU', kind: 'delegation', name: 'Liuria', shortName: 'Liuria', required: true, languages: ['en'] }],
  ] as const)
    expect(chair.gives(name, input)).toBeUndefined()
  const words = (party: string) => lateWords(roundsBefore(table.negotiation, PartyId.parse(party)))
  expect(words('LIU')).toBe('Invited after round 1. Its silence never counted for what was asked there.')
  expect(words('KES')).toBeUndefined()
})
