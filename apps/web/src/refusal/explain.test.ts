import { AmendmentId, ClauseId, Fingerprint, MilestoneId, PartyId, SeatId, SectionId, Timestamp, type Refusal } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import type { Undelivered } from '@entente/sync/client'
import { expect, test } from 'vitest'
import { complaint, explain, whyNot } from './explain.ts'

const table = negotiation('KES ORL', { ceasefire: 'Fire ceases.' })
const clause = ClauseId.parse('ceasefire')

/** One of every code; a code that is missing here does not compile. */
const refusals: { readonly [code in (Refusal | Undelivered)['code']]: Extract<Refusal | Undelivered, { code: code }> } = {
  malformed: { code: 'malformed', detail: 'title: too long' },
  'not-permitted': { code: 'not-permitted', power: 'bind' },
  'not-in-this-room': { code: 'not-in-this-room', room: 'caucus' },
  'room-not-agreed': { code: 'room-not-agreed', awaits: PartyId.parse('KES') },
  'room-closed': { code: 'room-closed' },
  'not-your-party': { code: 'not-your-party', party: PartyId.parse('KES') },
  'only-reads': { code: 'only-reads', seat: SeatId.parse('KES-observer') },
  'binds-already': { code: 'binds-already' },
  'ask-answered': { code: 'ask-answered' },
  'not-attending': { code: 'not-attending' },
  unknown: { code: 'unknown', what: 'clause', id: 'x' },
  taken: { code: 'taken', what: 'party', id: 'KES' },
  'clause-withdrawn': { code: 'clause-withdrawn', clause },
  'clause-not-withdrawn': { code: 'clause-not-withdrawn', clause },
  'clause-frozen': { code: 'clause-frozen', clause },
  'clause-not-frozen': { code: 'clause-not-frozen', clause },
  'nothing-to-split': { code: 'nothing-to-split', clause },
  'not-neighbours': { code: 'not-neighbours', clause },
  'section-not-empty': { code: 'section-not-empty', section: SectionId.parse('I'), clauses: 2 },
  'section-needed': { code: 'section-needed', section: SectionId.parse('I') },
  'joined-and-changed': { code: 'joined-and-changed', clause },
  'text-moved': { code: 'text-moved', clause, now: Fingerprint.parse('0'.repeat(64)) },
  'nothing-new': { code: 'nothing-new' },
  'amendment-closed': { code: 'amendment-closed' },
  'reading-moved': { code: 'reading-moved', amendment: AmendmentId.parse('a1') },
  'own-amendment': { code: 'own-amendment' },
  'not-carried': { code: 'not-carried' },
  'amendment-conflicts': { code: 'amendment-conflicts', conflicts: 2 },
  'readings-differ': { code: 'readings-differ' },
  'amendment-supported': { code: 'amendment-supported' },
  'seat-opens-rooms': { code: 'seat-opens-rooms', party: PartyId.parse('KES') },
  'head-seated': { code: 'head-seated', party: PartyId.parse('KES') },
  'head-needed': { code: 'head-needed', party: PartyId.parse('KES') },
  'condition-on-itself': { code: 'condition-on-itself', clause },
  'no-position': { code: 'no-position', clause },
  'not-the-author': { code: 'not-the-author' },
  'thread-resolved': { code: 'thread-resolved' },
  'thread-not-resolved': { code: 'thread-not-resolved' },
  'comment-retracted': { code: 'comment-retracted' },
  'performer-verifies': { code: 'performer-verifies' },
  'dependency-circle': { code: 'dependency-circle' },
  'due-before-dependency': { code: 'due-before-dependency', milestone: MilestoneId.parse('m') },
  'not-agreed': { code: 'not-agreed', clause },
  'milestone-ended': { code: 'milestone-ended', how: 'waived' },
  'milestone-final': { code: 'milestone-final' },
  'milestone-disputed': { code: 'milestone-disputed' },
  'not-disputed': { code: 'not-disputed' },
  'no-finding': { code: 'no-finding' },
  'not-a-performer': { code: 'not-a-performer' },
  'not-the-verifier': { code: 'not-the-verifier' },
  'not-named': { code: 'not-named' },
  'not-on-request': { code: 'not-on-request' },
  'not-requested': { code: 'not-requested' },
  'not-a-breach': { code: 'not-a-breach' },
  'remedy-not-due': { code: 'remedy-not-due' },
  'milestone-withdrawn': { code: 'milestone-withdrawn' },
  'round-open': { code: 'round-open', round: 2 },
  'no-round-open': { code: 'no-round-open' },
  'sitting-open': { code: 'sitting-open' },
  'no-sitting-open': { code: 'no-sitting-open' },
  'list-closed': { code: 'list-closed' },
  'roll-call-running': { code: 'roll-call-running' },
  'roll-call-over': { code: 'roll-call-over' },
  'not-called': { code: 'not-called', called: PartyId.parse('KES') },
  'not-required': { code: 'not-required' },
  'not-ad-referendum': { code: 'not-ad-referendum', clause },
  'deadline-passed': { code: 'deadline-passed' },
  'too-soon': { code: 'too-soon', earliest: Timestamp.parse('2026-12-01T12:00:00Z') },
  'silence-running': { code: 'silence-running', clause },
  'brackets-open': { code: 'brackets-open', clause },
  'objection-stands': { code: 'objection-stands', clause, party: PartyId.parse('KES') },
  'package-withdrawn': { code: 'package-withdrawn' },
  'correction-open': { code: 'correction-open', clause },
  'not-in-the-text': { code: 'not-in-the-text' },
  'too-many': { code: 'too-many', what: 'party', limit: 64 },
  offline: { code: 'offline' },
  'connection-lost': { code: 'connection-lost' },
  'storage-unavailable': { code: 'storage-unavailable' },
  'rate-limited': { code: 'rate-limited' },
  full: { code: 'full' },
  internal: { code: 'internal' },
}

test.each(Object.values(refusals))('[refusal-1] $code says what happened and what to do', (refusal) => {
  const { what, next } = explain(refusal, table.negotiation)
  for (const sentence of [what, next]) expect(sentence).toMatch(/^[A-Z“].*[.]$/)
  expect(`${what} ${next}`).not.toContain(refusal.code.includes('-') ? refusal.code : 'undefined')
})

test('[refusal-1] clauses are called by their numbers', () => {
  expect(explain(refusals['text-moved'], table.negotiation).what).toContain('clause 1')
  expect(complaint(refusals['text-moved'], table.negotiation)).toMatch(/^Not recorded\. The words of clause 1 changed/)
})

test('[refusal-2] a statement that may have been recorded is never called not recorded', () => {
  expect(explain(refusals['connection-lost'], table.negotiation).outcome).toBe('Perhaps not recorded.')
})

test('a control that cannot be used says why, and one that can says nothing', () => {
  const refused = table.as('KES', 'adviser').accepts('ceasefire')
  expect(refused).toBeDefined()
  expect(whyNot(refused && { ok: false, refusal: refused }, table.negotiation)).toBe(
    'Your seat may not take a position for a party. Your head of delegation, or whoever the head has empowered, can.',
  )
  expect(whyNot({ ok: true, facts: [] }, table.negotiation)).toBeUndefined()
})
