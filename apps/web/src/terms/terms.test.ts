import { ClauseId } from '@entente/agreement'
import type { Text } from '@entente/draft'
import { expect, test } from 'vitest'
import { definedTerms } from './terms.ts'

const clause = (id: string, ...lines: readonly string[]): readonly [ClauseId, Text] => [
  ClauseId.parse(id),
  lines.map((text) => ({ type: 'paragraph', runs: [{ text }] })),
]

test('[term-1] a term is defined where the text says what it means, or names it in brackets', () => {
  const { terms } = definedTerms(
    [
      clause('pp1', 'Kestria and Orlava (hereinafter “the Parties”), having met at Halden,'),
      clause('c2', '“Signature Day” or “D” means the day of the last signature;', '“verified” means found by the Commission.'),
      clause('c3', 'The Parties withdraw by D+14. A commission (“the Commission”) sits on Signature Day.'),
    ],
    [],
  )
  expect(terms.map(({ term, definitions, uses }) => [term, definitions.map((one) => one.clause), uses])).toEqual([
    ['Commission', ['c3'], [{ clause: 'c2', times: 1 }]],
    ['D', ['c2'], [{ clause: 'c3', times: 1 }]],
    ['Parties', ['pp1'], [{ clause: 'c3', times: 1 }]],
    ['Signature Day', ['c2'], [{ clause: 'c3', times: 1 }]],
    ['verified', ['c2'], []],
  ])
  expect(terms.find(({ term }) => term === 'verified')?.definitions[0]?.words).toBe('“verified” means found by the Commission.')
})

test('[term-2] a term defined twice has both definitions; one written like a term and defined nowhere is told, names apart', () => {
  const told = definedTerms(
    [
      clause('c1', '“Line” means the line of 3 May.', 'Patrols report to the Joint Staff, and to the United Ports.'),
      clause('c2', '“Line” means the line on the map. Relief goes by the Joint Staff and the United Ports.'),
    ],
    ['United Ports'],
  )
  expect(told.terms[0]?.definitions.map((one) => one.clause)).toEqual(['c1', 'c2'])
  expect(told.undefined).toEqual([
    {
      term: 'Joint Staff',
      uses: [
        { clause: 'c1', times: 1 },
        { clause: 'c2', times: 1 },
      ],
    },
  ])
})
