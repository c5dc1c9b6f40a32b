import { writeText } from '@entente/draft'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boundFragment } from './useText.ts'

test('asking for a root that is not bound yet changes nothing in the document', () => {
  const doc = new Y.Doc()
  const there = new Y.Doc()
  writeText(there.getXmlFragment('translation/fr/c1'), [{ type: 'paragraph', runs: [{ text: 'Mots' }] }])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(there))
  let transactions = 0
  doc.on('afterTransaction', () => (transactions += 1))
  expect(boundFragment(doc, 'translation/fr/c1')).toBeUndefined()
  expect(boundFragment(doc, 'clause/unknown')).toBeUndefined()
  expect([transactions, [...doc.share.keys()]]).toEqual([0, ['translation/fr/c1']])
  doc.getXmlFragment('translation/fr/c1')
  expect(boundFragment(doc, 'translation/fr/c1')?.toJSON()).toBe('<paragraph>Mots</paragraph>')
})
