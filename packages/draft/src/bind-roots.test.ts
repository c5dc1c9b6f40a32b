import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindRoots } from './bind-roots.ts'
import { typeText } from './write.ts'

test('every text that arrived has its type, what is not a text has none, and nothing is left to send', () => {
  const written = new Y.Doc()
  typeText(written.getXmlFragment('clause/c1'), [{ type: 'paragraph', runs: [{ text: 'Words.' }] }])
  written.getMap('secrets').set('a', 1)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(written))
  expect(doc.share.get('clause/c1')).not.toBeInstanceOf(Y.XmlFragment)
  let sent = 0
  doc.on('update', () => (sent += 1))
  bindRoots(doc)
  expect(doc.share.get('clause/c1')).toBeInstanceOf(Y.XmlFragment)
  expect(doc.share.get('secrets')).not.toBeInstanceOf(Y.Map)
  expect(sent).toBe(0)
})
