import { AmendmentId, ClauseId, Fingerprint, PartyId, type AmendmentState } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { closedWords } from './closed-words.ts'

const a = ClauseId.parse('a')
const why = /^You can no longer type in (.*)\. What was saved by then is kept\.$/

test('[editor-5] whoever types in a clause that closes is told what happened to it', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const told = (by = 'KES') =>
    why.exec(closedWords(table.negotiation, table.situation(by, 'head').speaker, { kind: 'clause', clause: a }))?.[1]
  const chair = table.as('CHR')
  expect(told()).toBe('clause 1: your seat does not draft now')
  chair.gives('drafting.set', { drafting: 'pen' })
  expect(told()).toBe('clause 1: the chair’s secretariat holds the pen')
  chair.gives('drafting.set', { drafting: 'pen', holder: 'ORL' })
  expect([told(), told('ORL')]).toEqual(['clause 1: ORL holds the pen', 'clause 1: your seat does not draft now'])
  chair.gives('clause.freeze', { clause: 'a', reason: 'Agreed.' })
  expect(told()).toBe('clause 1: the chair froze it')
  chair.gives('clause.reopen', { clause: 'a', reason: 'Not agreed.' })
  chair.gives('clause.withdraw', { clause: 'a' })
  expect(told()).toMatch(/: it was withdrawn$/)
})

test('[editor-5] and whoever types in an amendment or a proposed clause, whatever becomes of it', () => {
  const table = negotiation('KES ORL', { a: 'One.' })
  const amendment = AmendmentId.parse('a1')
  const party = PartyId.parse('KES')
  table.write({ kind: 'amendment-tabled', amendment, clause: a, party, label: '', against: Fingerprint.parse('0'.repeat(64)) })
  const [said] = table.negotiation.amendments.values().map((one) => one.said)
  if (said === undefined) throw new Error('It is not tabled')
  const told = (state: AmendmentState) => {
    const was = table.negotiation.amendments.get(amendment)
    const amendments = new Map(was && [[amendment, { ...was, state }]])
    const { speaker } = table.situation('KES', 'head')
    return why.exec(closedWords({ ...table.negotiation, amendments }, speaker, { kind: 'amendment', amendment }))?.[1]
  }
  const name = 'your amendment to clause 1'
  expect(told({ is: 'withdrawn', said, reason: undefined })).toBe(`${name}: it was withdrawn`)
  expect(told({ is: 'incorporated', said })).toBe(`${name}: it went into the text`)
  expect(told({ is: 'merged', said, into: amendment })).toBe(`${name}: it was merged with one that reads like it`)
  expect(told({ is: 'dropped', said })).toBe(`${name}: the chair dropped it`)
  expect(told({ is: 'tabled' })).toBe(`${name}: your seat does not draft now`)
  table.as('CHR').gives('clause.withdraw', { clause: 'a' })
  expect(told({ is: 'tabled' })).toMatch(/: the clause was withdrawn$/)

  const added = AmendmentId.parse('a2')
  const [{ section } = { section: undefined }] = table.negotiation.sections
  if (section === undefined) throw new Error('There is no section')
  table.write({ kind: 'clause-tabled', amendment: added, party, section, clauseKind: 'operative', heading: 'Access' })
  table.write({ kind: 'amendment-withdrawn', amendment: added })
  const { speaker } = table.situation('KES', 'head')
  expect(closedWords(table.negotiation, speaker, { kind: 'amendment', amendment: added })).toBe(
    'You can no longer type in the new clause “Access” of KES: it was withdrawn. What was saved by then is kept.',
  )
})
