import { cutText, type Text } from '@entente/agreement'
import { expect, test } from 'vitest'
import { splitPlaces } from './split-places.ts'

const words = (text: string): Text[number] => ({ type: 'paragraph', runs: [{ text }] })
const text: Text = [
  words('Fire shall cease. Troops leave.'),
  { type: 'list', ordered: true, items: [[words('from Vesna;')], [words('from the north.')]] },
]

test('a clause can be split before each sentence, paragraph and item', () => {
  expect(splitPlaces(text, 'en').map(({ at, before, words: first }) => [at, before, first])).toEqual([
    [18, 'sentence', 'Troops leave.'],
    [32, 'paragraph', 'from Vesna;'],
    [44, 'paragraph', 'from the north.'],
  ])
  for (const { at } of splitPlaces(text, 'en')) expect(cutText(text, at)).toBeDefined()
})

test('the place of the caret comes first, unless it is one of the others', () => {
  expect(splitPlaces(text, 'en', 11)[0]).toEqual({ at: 11, before: 'caret', words: 'cease. Troops leave.' })
  expect(splitPlaces(text, 'en', 17).map(({ before }) => before)).toEqual(['sentence', 'paragraph', 'paragraph'])
  expect(splitPlaces(text, 'en', 0).map(({ at }) => at)).toEqual([18, 32, 44])
})
