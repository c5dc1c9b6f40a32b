import { ClauseId, type Speaker } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import type { Connection } from '@entente/sync/client'
import { expect, test } from 'vitest'
import { whyNotEdit } from './why-not-edit.ts'

const a = ClauseId.parse('a')
const live: Connection = { is: 'live' }

function why(table: ReturnType<typeof negotiation>, speaker: Speaker | undefined, knows = true, connection: Connection = live) {
  return whyNotEdit(a, { negotiation: table.negotiation, speaker, connection, knows })
}

test('[editor-1] no editor is mounted where the seat may not write, and it is said why', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const adviser = table.situation('KES', 'adviser').speaker
  const secretary = table.situation('CHR', 'head').speaker
  expect(why(table, adviser)).toBeUndefined()
  expect(why(table, table.situation('OBS', 'head').speaker)).toBe('seat')
  expect(why(table, undefined)).toBe('nobody')
  expect(table.as('CHR').gives('drafting.set', { drafting: 'pen' })).toBeUndefined()
  expect(why(table, adviser)).toBe('pen-held')
  expect(why(table, secretary)).toBeUndefined()
  expect(table.as('CHR').gives('drafting.set', { drafting: 'pen', holder: 'ORL' })).toBeUndefined()
  expect([why(table, adviser), why(table, secretary)]).toEqual(['pen-given', 'pen-given'])
  expect(table.as('CHR').gives('clause.freeze', { clause: 'a', reason: 'Agreed.' })).toBeUndefined()
  expect(why(table, table.situation('ORL', 'head').speaker)).toBe('frozen')
  expect(table.as('CHR').gives('clause.reopen', { clause: 'a', reason: 'Not agreed.' })).toBeUndefined()
  expect(table.as('CHR').gives('clause.withdraw', { clause: 'a' })).toBeUndefined()
  expect(why(table, secretary)).toBe('withdrawn')
})

test('[editor-2] no editor is mounted over a text this version does not wholly know', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  expect(why(table, table.situation('KES', 'adviser').speaker, false)).toBe('newer-text')
})

test('offline one may draft; once the connection has ended, no more', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const { speaker } = table.situation('KES', 'adviser')
  expect(why(table, speaker, true, { is: 'offline', since: 0, attempt: 1 })).toBeUndefined()
  expect(why(table, speaker, true, { is: 'ended', code: 4403, reason: 'not-allowed' })).toBe('ended')
})
