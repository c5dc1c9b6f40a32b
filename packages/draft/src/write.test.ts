import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readText } from './read.ts'
import type { Text } from './text.ts'
import { typeText, writeText } from './write.ts'

const text: Text = [
  { type: 'paragraph', runs: [{ text: 'Ports ' }, { text: 'open', bold: true }] },
  { type: 'list', ordered: true, items: [[{ type: 'paragraph', runs: [{ text: 'North;' }] }]] },
]

test('[file-5] a text is typed into the empty first paragraph of a new clause, and nothing is left over', () => {
  const fragment = new Y.Doc().getXmlFragment('clause/1')
  writeText(fragment, [])
  const first = fragment.get(0)
  expect(typeText(fragment, text)).toBe(true)
  expect(readText(fragment)).toEqual(text)
  expect(fragment.get(0)).toBe(first)
})

test('[file-5] a clause in which somebody has begun to write is left as it is', () => {
  const fragment = new Y.Doc().getXmlFragment('clause/1')
  writeText(fragment, [{ type: 'paragraph', runs: [{ text: 'Begun' }] }])
  expect(typeText(fragment, text)).toBe(false)
  expect(readText(fragment)).toEqual([{ type: 'paragraph', runs: [{ text: 'Begun' }] }])
})

test('[file-5] a text that begins with a list is typed too', () => {
  const fragment = new Y.Doc().getXmlFragment('clause/1')
  writeText(fragment, [])
  expect(typeText(fragment, text.slice(1))).toBe(true)
  expect(readText(fragment)[0]).toEqual(text[1])
})
