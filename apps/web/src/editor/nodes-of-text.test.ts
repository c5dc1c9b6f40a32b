import { schema } from '@entente/draft/schema'
import type { Text } from '@entente/draft'
import { expect, test } from 'vitest'
import { sliceOfText } from './nodes-of-text.ts'
import { textOfNode } from './text-of-node.ts'

const text: Text = [
  {
    type: 'paragraph',
    runs: [{ text: 'The Parties ' }, { text: 'shall', bold: true, italic: true }, { text: ' see', link: 'https://e.org/' }],
  },
  { type: 'list', ordered: true, items: [[{ type: 'paragraph', runs: [{ text: 'cease;' }] }], [{ type: 'paragraph', runs: [] }]] },
]

test('words become nodes of the editor and the same words again', () => {
  const slice = sliceOfText(schema, text)
  expect(textOfNode(schema.node('doc', null, slice.content))).toEqual(text)
  expect([slice.openStart, slice.openEnd]).toEqual([1, 0])
})
