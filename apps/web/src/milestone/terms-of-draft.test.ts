import { AnchorId, MilestoneTerms, PartyId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { blankTerms, type DraftTerms } from './draft-terms.ts'
import { draftOf, termsOf } from './terms-of-draft.ts'

const D = AnchorId.parse('D')
const anchors = new Map([[D, { anchor: D, label: 'Signature Day', day: undefined, presumed: undefined, setBy: [] }]])

const full = {
  title: 'Heavy weapons withdrawn',
  quote: 'withdraw all artillery',
  performers: ['KES', 'ORL'],
  verifier: 'JMVC',
  due: { on: 'milestone', milestone: 'm1', after: 'verified', offsetDays: 10 },
  evidence: ['Inventory', 'Site visit'],
  parts: { called: 'sites', each: [{ name: 'Site A', by: 'KES' }, { name: 'Site B' }] },
  dependsOn: [{ milestone: 'm1', after: 'reported' }],
  review: { everyDays: 7, by: 'JMVC', untilOffsetDays: 14 },
  remedialSteps: ['Second inspection within 72 hours', { step: 'Suspension', does: 'suspension', milestone: 'm2', withinDays: 3 }],
  streak: { days: 60, resetBy: ['grave breach'] },
  reciprocalWith: ['m2'],
  criteria: ['No weapon within 30 km'],
  scale: ['None', 'A third', 'Two thirds', 'All'],
  disputeDays: 5,
  replaces: 'm3',
  publicity: 'public',
}

test('[milestone-view-4] revising without changing anything makes the same terms', () => {
  for (const due of [
    full.due,
    { on: 'day', day: '2026-12-01', time: '18:00' },
    { on: 'day', day: '2026-12-01' },
    { on: 'anchor', anchor: 'D', offsetDays: -3, time: '06:00', zone: 'Europe/Kyiv' },
    { on: 'recurring', first: { on: 'day', day: '2026-12-01' }, everyDays: 7, times: 10 },
    { on: 'request', withinDays: 3 },
  ]) {
    const terms = MilestoneTerms.parse({ ...full, due })
    expect(termsOf(draftOf({ terms }, anchors))).toEqual({ ok: true, terms })
  }
  const least = MilestoneTerms.parse({
    title: 'T',
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'anchor', anchor: 'D', offsetDays: 0 },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  })
  expect(termsOf(draftOf({ terms: least }, anchors))).toEqual({ ok: true, terms: least })
})

test('what is missing is named, one thing at a time', () => {
  const blank = blankTerms(anchors)
  const missing = (more: Partial<DraftTerms>) => {
    const result = termsOf({ ...blank, ...more })
    return result.ok ? undefined : result.missing
  }
  const named = { title: 'Lists exchanged', performers: [PartyId.parse('KES')] }
  expect(missing({})).toBe('Give the milestone a title')
  expect(missing({ title: 'Lists exchanged' })).toBe('Choose who performs it')
  expect(missing(named)).toBe('Choose who verifies it')
  expect(missing({ ...named, verifier: 'CHR', due: 'day' })).toBe('Choose the day it is due')
  expect(missing({ ...named, verifier: 'CHR', due: 'milestone' })).toBe('Choose the milestone it counts from')
  expect(missing({ ...named, verifier: 'CHR', reviewEvery: '7' })).toBe('Choose who reviews it')
  expect(missing({ ...named, verifier: 'CHR', offsetDays: '1.5' })).toContain('Check the form: due.offsetDays')
  expect(missing({ ...named, verifier: 'CHR' })).toBeUndefined()
})

test('lists are written one item a line', () => {
  const result = termsOf({
    ...blankTerms(anchors),
    title: 'T',
    performers: [PartyId.parse('KES')],
    verifier: 'CHR',
    evidence: ' Inventory \n\nSite visit\n',
  })
  expect(result.ok && result.terms.evidence).toEqual(['Inventory', 'Site visit'])
})
