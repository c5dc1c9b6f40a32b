import { PartyKind, SeatRole } from '@entente/agreement'
import { expect, test } from 'vitest'
import { bindingSentence, rightsSentence, roleWord, seatSentence } from './role-words.ts'

test('[join-1] an invitation says what the seat may do, from the one table of powers', () => {
  expect(rightsSentence('adviser', 'delegation')).toBe('At the table you can draft text, propose milestones and comment.')
  expect(rightsSentence('observer', 'observer')).toBe('You can read everything at the table, and say nothing there.')
  expect(bindingSentence('adviser', { kind: 'delegation', shortName: 'Kestria' })).toBe(
    'Only your head of delegation records positions for Kestria.',
  )
  expect(bindingSentence('head', { kind: 'delegation', shortName: 'Kestria' })).toContain('what you accept, Kestria has accepted')
})

test('every seat has a word and a sentence', () => {
  for (const kind of PartyKind.options)
    for (const role of SeatRole.options) {
      expect(roleWord(role, kind)).not.toBe('')
      expect(seatSentence(role, { kind, shortName: 'Kestria' })).toMatch(/^You .*\.$/)
    }
})
