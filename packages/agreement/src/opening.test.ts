import { expect, test } from 'vitest'
import { open } from './opening.ts'

const opening = (more: object = {}) => ({
  cover: { title: 'Joint Communiqué', shortTitle: 'Communiqué', referenceLanguage: 'en', authenticLanguages: ['en', 'fr'], annexes: [] },
  rule: { rule: 'consensus' },
  singleUndertaking: true,
  parties: [
    { party: 'KES', kind: 'delegation', name: 'Kestria', shortName: 'Kestria', required: true, languages: ['en'] },
    { party: 'CHR', kind: 'chair', name: 'Chair', shortName: 'Chair', required: false, languages: ['en'] },
  ],
  seats: [
    { party: 'KES', role: 'head', name: 'H. Marenko' },
    { party: 'CHR', role: 'head', name: 'I. Solheim' },
  ],
  ...more,
})

test('[opening-1] a negotiation opens with its parties, seats, rule and an empty text in open drafting', () => {
  const decision = open(opening(), 'x')
  expect(decision.ok && decision.facts.map(({ kind }) => kind)).toEqual([
    'negotiation-opened',
    'party-seated',
    'party-seated',
    'seat-assigned',
    'seat-assigned',
    'section-added',
    'section-added',
  ])
  expect(decision.ok && decision.facts[0]).toMatchObject({ negotiation: 'n-x', drafting: 'open' })
})

test('[opening-3] the text begins with a preamble and an operative part, headed in its language where that is one of the six of the United Nations', () => {
  const headings = (referenceLanguage: string) => {
    const decision = open(opening({ cover: { ...opening().cover, referenceLanguage } }), 'x')
    return decision.ok && decision.facts.flatMap((fact) => (fact.kind === 'section-added' ? fact.heading : []))
  }
  expect(headings('en')).toEqual(['Preamble', 'Operative part'])
  expect(headings('fr-CA')).toEqual(['Préambule', 'Dispositif'])
  expect(headings('ar')).toEqual(['الديباجة', 'المنطوق'])
  expect(headings('uk')).toEqual(['Preamble', 'Operative part'])
})

test.each([
  ['somebody must chair', { seats: [{ party: 'KES', role: 'head', name: 'A' }] }, { code: 'malformed' }],
  [
    'somebody must be required',
    {
      parties: [{ party: 'CHR', kind: 'chair', name: 'C', shortName: 'C', required: false, languages: [] }],
      seats: [{ party: 'CHR', role: 'head', name: 'A' }],
    },
    { code: 'malformed' },
  ],
  ['a seat needs its party', { seats: [{ party: 'XXX', role: 'head', name: 'A' }] }, { code: 'unknown', what: 'party', id: 'XXX' }],
  ['an exception needs its party', { rule: { rule: 'consensus-minus', except: ['XXX'] } }, { code: 'unknown', what: 'party' }],
  ['a majority is at most the whole', { rule: { rule: 'qualified-majority', of: 3, outOf: 2 } }, { code: 'malformed' }],
  ['nothing else is taken', { cover: {} }, { code: 'malformed' }],
])('[opening-2] %s', (_, more, refusal) => {
  expect(open(opening(more), 'x')).toMatchObject({ ok: false, refusal })
})
