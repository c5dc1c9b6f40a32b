import { expect, test } from 'vitest'
import { bareText, plainText } from './plain.ts'
import { bold, bracket, doc, li, ol, p, ul } from './testing.ts'
import { wordingOf } from './wording.ts'

const text = doc(
  p('The Parties shall withdraw ', bracket('all '), bracket(bold('heavy')), ' weapons', bracket(' [', 'contested', 'b2'), ':'),
  ol(
    li(p('from the line,'), ol(li(p('by land;')), li(p('by sea;'), ul(li(p('ships')), li(ol(li(p('boats')))))))),
    li(p('from the air.'), p('Without delay.')),
  ),
  p('Done.'),
)

test('on paper, brackets are written out and items labelled by depth', () => {
  expect(plainText(text).split('\n')).toEqual([
    'The Parties shall withdraw [all heavy] weapons[ []:',
    '(a) from the line,',
    '  (i) by land;',
    '  (ii) by sea;',
    '    • ships',
    '    •',
    '      a. boats',
    '(b) from the air.',
    'Without delay.',
    'Done.',
  ])
})

test('a wording is shown as its text is', () => {
  expect(plainText(wordingOf({ kind: 'operative', heading: 'Withdrawal', text, milestones: [] }))).toBe(plainText(text))
  const touching = doc(p(bracket('30 km', 'contested', 'b1'), bracket('15 km', 'contested', 'b2'), ' ', bracket('here', 'linked', 'b3')))
  expect(plainText(wordingOf({ kind: 'operative', heading: '', text: touching, milestones: [] }))).toBe('[30 km][15 km] [here]')
})

test('a bracket whose kind was changed in part is two', () => {
  expect(plainText(doc(p(bracket('30 ', 'contested', 'b1'), bracket('km', 'placeholder', 'b1'))))).toBe('[30 ][km]')
})

test('bare, nothing is added but a newline between paragraphs', () => {
  expect(bareText(doc(p('One ', bracket('two')), ol(li(p('three')), li()), p(), p('four')))).toBe('One two\nthree\n\nfour')
})
