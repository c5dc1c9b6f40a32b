import { ClauseId, fingerprint, PartyId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { atPositions, movedSince } from './reading-view.ts'

const ids = (names: string) => names.split(' ').map((name) => ClauseId.parse(name))

test('[way-1] only the clauses that were moved count as moved, not those they passed', () => {
  expect([...movedSince(ids('a b c d'), ids('a c d b'))]).toEqual(['b'])
  expect([...movedSince(ids('a b c d'), ids('a b c d'))]).toEqual([])
  expect([...movedSince(ids('a b c'), ids('c new a b'))]).toEqual(['c'])
  expect(movedSince(ids('a b c d'), ids('d c b a')).size).toBe(3)
})

test('[way-2] what our delegation spoke of last is what the present words are compared with', () => {
  const table = negotiation('KES ORL', { a: 'First words.', b: 'Others.' })
  const wording = table.readings().get(ClauseId.parse('a'))?.wording
  if (wording === undefined) throw new Error('There are no words')
  table.as('KES').accepts('a')
  table.as('ORL').edits('a', 'Second words.')
  const recorded = { ...table.negotiation, wordings: new Map([[fingerprint(wording), { clause: ClauseId.parse('a'), wording }]]) }
  const before = atPositions(recorded, PartyId.parse('KES'))
  expect(before.get(ClauseId.parse('a'))).toEqual({ is: 'read', wording })
  expect(before.get(ClauseId.parse('b'))).toEqual({ is: 'no-position' })
})
