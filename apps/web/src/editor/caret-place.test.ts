import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { caretPlace } from './caret-place.ts'

test('[caret-5] a caret that names another root is not resolved, so it makes no root', () => {
  const doc = new Y.Doc()
  const text = doc.get('clause/5', Y.XmlText)
  text.insert(0, 'Weapons')
  const place: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 3))
  const read = caretPlace(place, 'clause/5')
  expect(read && Y.createAbsolutePositionFromRelativePosition(read, doc)?.index).toBe(3)
  const end: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 7))
  expect(caretPlace(end, 'clause/5')).toBeDefined()
  expect(caretPlace(end, 'clause/6')).toBeUndefined()
  expect([...doc.share.keys()]).toEqual(['clause/5'])
})

test('[caret-5] what is no position is none', () => {
  for (const odd of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { type: 1 },
    { item: { client: 'x', clock: 1 } },
    { item: { client: 1, clock: -1 } },
    { tname: 'clause/5', more: 1 },
  ]) {
    expect(caretPlace(odd, 'clause/5')).toBeUndefined()
  }
})
