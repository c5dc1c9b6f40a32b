import { BracketId, ThreadId } from '@entente/agreement'
import { bareText, paragraphsOf, type Paragraph, type Run, type Text } from '@entente/draft'
import { expect, test } from 'vitest'
import { paragraphStarts, passagesOf } from './passages.ts'

const p = (...runs: readonly Run[]): Paragraph => ({ type: 'paragraph', runs })
const thirty = { id: BracketId.parse('b1'), kind: 'contested' } as const
const thread = ThreadId.parse('t1')
const other = ThreadId.parse('t2')

test('a bracket that spans marks is one passage', () => {
  const paragraph = p(
    { text: 'not less than ' },
    { text: '30', bracket: thirty, bold: true },
    { text: ' km', bracket: thirty },
    { text: ' away' },
  )
  const passages = passagesOf(paragraph, 0, [])
  expect(passages.map(({ bracket, pieces }) => [bracket?.id, pieces.map(({ text }) => text)])).toEqual([
    [undefined, ['not less than ']],
    ['b1', ['30', ' km']],
    [undefined, [' away']],
  ])
})

test('[quote-1] quoted words are marked wherever marks, brackets and other comments cut them', () => {
  const paragraph = p({ text: 'The Parties ' }, { text: 'will', bracket: thirty }, { text: ' withdraw.' })
  const quoted = [
    { thread, from: 4, to: 14 },
    { thread: other, from: 12, to: 21 },
  ]
  const marked = passagesOf(paragraph, 0, quoted).flatMap(({ pieces }) => pieces)
  const words = (id: ThreadId) =>
    marked
      .filter(({ threads }) => threads.includes(id))
      .map(({ text }) => text)
      .join('')
  expect(words(thread)).toBe('Parties wi')
  expect(words(other)).toBe('will with')
  expect(marked.map(({ text }) => text).join('')).toBe('The Parties will withdraw.')
})

test('[quote-1] places are counted over the paragraphs of the bare text, lists included', () => {
  const text: Text = [
    p({ text: 'Including:' }),
    { type: 'list', ordered: true, items: [[p({ text: 'firing;' })], [p({ text: 'attacks.' })]] },
    p({ text: 'Each Party.' }),
  ]
  const bare = bareText(text)
  for (const [paragraph, start] of paragraphStarts(text)) {
    const words = paragraph.runs.map((run) => run.text).join('')
    expect(bare.slice(start, start + words.length)).toBe(words)
  }
  const found = bare.indexOf('attacks')
  const pieces = paragraphsOf(text).flatMap((paragraph) =>
    passagesOf(paragraph, paragraphStarts(text).get(paragraph) ?? 0, [{ thread, from: found, to: found + 7 }]).flatMap(
      (passage) => passage.pieces,
    ),
  )
  expect(pieces.filter(({ threads }) => threads.length > 0).map(({ text: words }) => words)).toEqual(['attacks'])
})

test('[hidden-1] a character that nobody sees is a piece of its own', () => {
  const pieces = passagesOf(p({ text: 'ab\u202Ecd\u200B' }), 10, []).flatMap((passage) => passage.pieces)
  expect(pieces.map(({ text, at, hidden }) => [text, at, hidden?.codePoint])).toEqual([
    ['ab', 10, undefined],
    ['\u202E', 12, 'U+202E'],
    ['cd', 13, undefined],
    ['\u200B', 15, 'U+200B'],
  ])
})
