import { schema } from '@entente/draft/schema'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { crossingAt } from './crossing.ts'

const paragraph = (words: string) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])
const doc = schema.node('doc', null, [
  paragraph('First'),
  schema.node('orderedList', null, [
    schema.node('listItem', null, [paragraph('an item')]),
    schema.node('listItem', null, [paragraph('last')]),
  ]),
])
const [start, end] = [TextSelection.atStart(doc).head, TextSelection.atEnd(doc).head]

/** Where a key leads from a place, on a screen where every paragraph is one line. */
function crossing(
  key: string,
  from: number,
  { to = from, rtl = false, ...held }: { to?: number; rtl?: boolean; shiftKey?: boolean; isComposing?: boolean } = {},
) {
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
  const coordsAtPos = () => ({ left: 42, right: 42, top: 0, bottom: 0 })
  const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false }
  return crossingAt({ state, endOfTextblock: () => true, coordsAtPos }, { ...none, ...held, key }, () => rtl)
}

test('[editor-3] up and down lead out of the first and the last line, at the place on the line', () => {
  expect(crossing('ArrowUp', start + 2)).toEqual({ to: 'previous', x: 42 })
  expect(crossing('ArrowDown', end - 1)).toEqual({ to: 'next', x: 42 })
  expect(crossing('ArrowDown', start)).toBeUndefined()
  expect(crossing('ArrowUp', end)).toBeUndefined()
})

test('[editor-3] left and right lead out at the very start and end, the other way round where words run from the right', () => {
  expect(crossing('ArrowLeft', start)).toEqual({ to: 'previous', x: undefined })
  expect(crossing('ArrowRight', end)).toEqual({ to: 'next', x: undefined })
  expect(crossing('ArrowRight', start, { rtl: true })).toEqual({ to: 'previous', x: undefined })
  expect(crossing('ArrowLeft', end, { rtl: true })).toEqual({ to: 'next', x: undefined })
  expect([crossing('ArrowLeft', start + 1), crossing('ArrowRight', end - 1)]).toEqual([undefined, undefined])
})

test('[editor-3] no selection, no composition and no other key is cut short', () => {
  expect(crossing('ArrowRight', end - 2, { to: end })).toBeUndefined()
  expect(crossing('ArrowDown', end, { shiftKey: true })).toBeUndefined()
  expect(crossing('ArrowDown', end, { isComposing: true })).toBeUndefined()
  expect(crossing('Enter', end)).toBeUndefined()
})
