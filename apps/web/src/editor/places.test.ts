import { schema } from '@entente/draft/schema'
import { bareText, quoteOf, findQuote, type Block, type Text } from '@entente/draft'
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { bareAt, bareOf, placeAfter, positionOf, rangesIn } from './places.ts'

function nodeOf(block: Block): Node {
  if (block.type === 'paragraph')
    return schema.node(
      'paragraph',
      null,
      block.runs.map(({ text }) => schema.text(text)),
    )
  const items = block.items.map((item) => schema.node('listItem', null, item.map(nodeOf)))
  return schema.node(block.ordered ? 'orderedList' : 'bulletList', null, items)
}

const p = (text: string): Block => ({ type: 'paragraph', runs: text === '' ? [] : [{ text }] })
const text: Text = [
  p('The Parties will cease, including:'),
  {
    type: 'list',
    ordered: true,
    items: [[p('all firing;'), { type: 'list', ordered: false, items: [[p('direct')], [p('')]] }], [p('all attacks.')]],
  },
  p(''),
  p('Each Party will issue the order.'),
]
const doc = schema.node('doc', null, text.map(nodeOf))

test('[quote-3] the bare text of an editor is the bare text that was read', () => {
  expect(bareOf(doc)).toBe(bareText(text))
})

test('[quote-3] a selection in an editor is the same words in the bare text, and back', () => {
  const bare = bareText(text)
  for (const words of ['Parties', 'firing', 'direct', 'attacks.', 'Each Party']) {
    const from = bare.indexOf(words)
    const [range, ...more] = rangesIn(doc, from, from + words.length)
    expect(more).toEqual([])
    expect(range && doc.textBetween(range.from, range.to)).toBe(words)
    expect(range && bareAt(doc, range.from)).toBe(from)
    expect(range && bareAt(doc, range.to)).toBe(from + words.length)
    expect(findQuote(bare, quoteOf(bare, from, from + words.length) ?? { exact: '', prefix: '', suffix: '', offset: 0 })).toEqual({
      from,
      to: from + words.length,
    })
  }
})

test('a range over several paragraphs marks the words of each', () => {
  const bare = bareText(text)
  const from = bare.indexOf('firing')
  const to = bare.indexOf('attacks')
  expect(rangesIn(doc, from, to).map((range) => doc.textBetween(range.from, range.to))).toEqual(['firing;', 'direct', 'all '])
})

test('a position between paragraphs is the end of the one before', () => {
  expect(bareAt(doc, 0)).toBe(0)
  expect(bareAt(doc, doc.content.size)).toBe(bareText(text).length)
  const end = (text[0]?.type === 'paragraph' ? text[0].runs[0]?.text.length : 0) ?? 0
  expect(bareAt(doc, end + 2)).toBe(end)
})

test('every place in the bare text has a position, and is the place of it', () => {
  const { length } = bareText(text)
  const places = Array.from({ length: length + 1 }, (_, place) => place)
  expect(places.map((place) => bareAt(doc, positionOf(doc, place)))).toEqual(places)
  expect(positionOf(doc, length + 10)).toBe(positionOf(doc, length))
})

test('a text is followed as far as it begins with the words given, in whole characters', () => {
  expect(placeAfter('The Parties cease.', 'The Parties will')).toBe('The Parties '.length)
  expect(placeAfter('The Parties cease.', 'The Parties')).toBe('The Parties'.length)
  expect(placeAfter('The', 'The Parties')).toBe(3)
  expect(placeAfter('a\u{1F54A}b', 'a\u{1F54B}')).toBe(1)
  expect(placeAfter('', 'The')).toBe(0)
})
