import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { writeText } from '@entente/draft'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ownEditsIn } from './own-edits.ts'

function talks() {
  const doc = new Y.Doc()
  const roots = ['clause/a', 'clause/b'].map((name) => doc.getXmlFragment(name))
  for (const root of roots) writeText(root, [{ type: 'paragraph', runs: [{ text: 'Words' }] }])
  const [a, b] = roots
  if (a === undefined || b === undefined) throw new Error('Two roots')
  const edits = ownEditsIn(doc)
  edits.addToScope([a, b])
  return { doc, a, b, edits }
}

function type(root: Y.XmlFragment, words: string, origin: unknown = ySyncPluginKey) {
  const paragraph = root.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('No words to type in')
  root.doc?.transact(() => text.insert(text.length, words), origin)
}

test('[undo-1] one’s own edits are undone across clauses, the last first, and nobody else’s', () => {
  const { a, b, edits } = talks()
  type(a, ' of mine')
  edits.begin()
  type(b, ' of mine')
  type(a, ' and theirs', 'somebody else')
  edits.undo()
  expect([a.toJSON(), b.toJSON()]).toEqual(['<paragraph>Words of mine and theirs</paragraph>', '<paragraph>Words</paragraph>'])
  edits.undo()
  expect(a.toJSON()).toBe('<paragraph>Words and theirs</paragraph>')
  edits.redo()
  expect(a.toJSON()).toBe('<paragraph>Words of mine and theirs</paragraph>')
})

test('[undo-3] what one types in one go is undone in one go, whoever types meanwhile', () => {
  const { a, edits } = talks()
  for (const letter of ' of mine') {
    type(a, letter)
    type(a, '.', 'somebody else')
    edits.stopCapturing()
  }
  edits.undo()
  expect(a.toJSON()).toBe('<paragraph>Words........</paragraph>')
})

test('[undo-2] an editor that closes leaves the manager working and takes its listeners along', () => {
  const { a, edits } = talks()
  let heard = 0
  edits.on('stack-item-added', () => (heard += 1))
  type(a, ' one')
  expect(heard).toBe(1)
  edits.destroy()
  edits.begin()
  type(a, ' two')
  expect(heard).toBe(1)
  edits.undo()
  expect(a.toJSON()).toBe('<paragraph>Words one</paragraph>')
})

test('[undo-2] which clause an undo changed is told, also after an editor closed', () => {
  const { a, b, edits } = talks()
  const told: unknown[] = []
  const stop = edits.whenUndone((root) => told.push(root))
  type(b, ' of mine')
  edits.destroy()
  edits.undo()
  expect(told).toEqual([b])
  stop()
  edits.redo()
  type(a, ' more')
  edits.undo()
  expect(told).toEqual([b])
})

test('a document has one manager', () => {
  const { doc, edits } = talks()
  expect(ownEditsIn(doc)).toBe(edits)
  expect(ownEditsIn(new Y.Doc())).not.toBe(edits)
})
