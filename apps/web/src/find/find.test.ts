import { bold, doc, li, ol, p } from '@entente/draft/testing'
import { plainText } from '@entente/draft'
import { expect, test } from 'vitest'
import { hitsIn, replacedIn, surroundings } from './find.ts'

const search = (words: string, how: { matchCase?: boolean; wholeWords?: boolean } = {}) => ({
  words,
  matchCase: how.matchCase ?? false,
  wholeWords: how.wholeWords ?? false,
})
const text = doc(p('Ports open. All ', bold('port'), 's are ports.'), ol(li(p('Portside: ПОРТ, порт.'))))

test('[find-1] words are found in every paragraph, also across marks, whatever their case unless asked otherwise', () => {
  expect(hitsIn(text, search('ports')).map(({ paragraph, from }) => [paragraph, from])).toEqual([
    [0, 0],
    [0, 16],
    [0, 26],
    [1, 0],
  ])
  expect(hitsIn(text, search('ports', { matchCase: true }))).toHaveLength(2)
  expect(hitsIn(text, search('port', { wholeWords: true }))).toHaveLength(0)
  expect(hitsIn(text, search('порт', { wholeWords: true }))).toHaveLength(2)
  expect(hitsIn(text, search('.'))).toHaveLength(3)
  expect(hitsIn(text, search('(a|b)*'))).toEqual([])
  expect(hitsIn(text, search('  '))).toEqual([])
})

test('[find-2] replaced words have the marks of the first word they replace; what stands around stays', () => {
  const replaced = replacedIn(text, hitsIn(text, search('ports')), 'harbours')
  expect(plainText(replaced)).toBe('harbours open. All harbours are harbours.\n(a) harbourside: ПОРТ, порт.')
  const [first] = replaced
  expect(first?.type === 'paragraph' ? first.runs.filter(({ bold: heavy }) => heavy).map((run) => run.text) : []).toEqual(['harbours'])
  expect(plainText(replacedIn(text, hitsIn(text, search('ports')).slice(1, 2), ''))).toBe(
    'Ports open. All  are ports.\n(a) Portside: ПОРТ, порт.',
  )
})

test('[find-1] a hit is shown with what stands around it', () => {
  const [, second] = hitsIn(text, search('ports'))
  expect(second && surroundings(text, second, 6)).toEqual({ before: '…. All ', found: 'ports', after: ' are p…' })
})
