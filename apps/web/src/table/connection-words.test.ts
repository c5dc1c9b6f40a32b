import { NO_ENTRIES } from '@entente/agreement'
import type { RoomView } from '@entente/sync/client'
import { expect, test } from 'vitest'
import { connectionWords, whyNoStatements } from './connection-words.ts'

type About = Parameters<typeof connectionWords>[0]
const record: RoomView['record'] = { head: NO_ENTRIES, chain: { is: 'verified' }, entries: [] }
const offline: RoomView['connection'] = { is: 'offline', since: Date.UTC(2026, 10, 22, 14, 6), attempt: 1 }

test('[saved-1] the page says saved only while connected with nothing unconfirmed', () => {
  const cases: readonly About[] = [
    { connection: { is: 'live' }, unsaved: 0, record },
    { connection: { is: 'live' }, unsaved: 2, record },
    { connection: { is: 'connecting' }, unsaved: 0, record },
    { connection: offline, unsaved: 0, record },
    { connection: { is: 'ended', code: 4403, reason: 'not-allowed' }, unsaved: 0, record },
    { connection: { is: 'live' }, unsaved: 0, record: { ...record, chain: { is: 'broken', seq: 7 } } },
  ]
  expect(cases.map((about) => /\bsaved\b/.test(connectionWords(about).words))).toEqual([true, false, false, false, false, false])
})

test('what is unconfirmed is counted, and said to be kept where it is kept', () => {
  expect(connectionWords({ connection: { is: 'live' }, unsaved: 3, record }).words).toBe('Saving')
  expect(connectionWords({ connection: offline, unsaved: 3, record }).words).toBe('Offline, 3 kept in this tab')
  expect(connectionWords({ connection: offline, unsaved: 3, record }).meaning).toContain('since 14:06')
})

test('statements need a live connection and say so', () => {
  expect(whyNoStatements({ connection: { is: 'live' } })).toBeUndefined()
  expect(whyNoStatements({ connection: offline })).toBe('Needs a connection: you are offline')
})
