import { plainText, type Text } from '@entente/draft'
import { bold, doc, footnote, li, ol, p, referenceTo } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as find from './find.ts'

const search = (words: string, how: { matchCase?: boolean; wholeWords?: boolean } = {}) => ({
  words,
  matchCase: how.matchCase ?? false,
  wholeWords: how.wholeWords ?? false,
})
const named = () => '11'
const hitsIn = (text: Text, wanted: find.Search) => find.hitsIn(text, wanted, named)
const replacedIn = (text: Text, hits: readonly find.Hit[], words: string) => find.replacedIn(text, hits, words, named)
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
  expect(second && find.surroundings(text, second, named, 6)).toEqual({ before: '…. All ', found: 'ports', after: ' are p…' })
})

test('[find-4] what is found is what is read: numbers of references, words on both sides of a footnote, and its own words', () => {
  const line = doc(p('The line in clause ', referenceTo('map'), ' is', footnote('As in clause 11 of the Accord.'), ' fixed.'))
  const [inText, inNote] = hitsIn(line, search('clause 11'))
  expect([inText, inNote]).toEqual([
    { paragraph: 0, from: 12, to: 21, fixed: true },
    { paragraph: 0, note: 0, from: 6, to: 15, fixed: false },
  ])
  expect(inNote && find.surroundings(line, inNote, named, 6)).toEqual({ before: 'As in ', found: 'clause 11', after: ' of th…' })
  expect(hitsIn(line, search('line')).map(({ fixed }) => fixed)).toEqual([false])
  expect(hitsIn(line, search('is fixed')).map(({ from, fixed }) => [from, fixed])).toEqual([[22, false]])
})

test('[find-5] numbers of references are not replaced, a footnote stays where it is, and none is left without words', () => {
  const line = doc(p('In clause ', referenceTo('map'), ' it is', footnote('As is.'), ' fixed.'))
  const runs = (words: string, replacement: string) => {
    const [paragraph] = replacedIn(line, hitsIn(line, search(words)), replacement)
    return paragraph?.type === 'paragraph' ? paragraph.runs.map((run) => run.reference ?? run.footnote ?? run.text) : []
  }
  expect(runs('clause 11', 'article 12')).toEqual(['In clause ', 'map', ' it is', 'As is.', ' fixed.'])
  expect(runs('is fixed', 'stands')).toEqual(['In clause ', 'map', ' it ', 'stands', 'As is.', '.'])
  expect(runs('is', 'was')).toEqual(['In clause ', 'map', ' it ', 'was', 'As was.', ' fixed.'])
  const twice = doc(p('A', footnote('One.'), 'B', footnote('Two, not one.')))
  const [paragraph] = replacedIn(twice, hitsIn(twice, search('one')).slice(1), 'three')
  expect(paragraph).toEqual(p('A', footnote('One.'), 'B', footnote('Two, not three.')))
  expect(runs('As is.', '')).toEqual(['In clause ', 'map', ' it is', 'As is.', ' fixed.'])
})
