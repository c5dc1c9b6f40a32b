import { schema } from '@entente/draft/schema'
import { EditorState, TextSelection, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, ySyncPluginKey, yUndoPlugin } from '@tiptap/y-tiptap'
import { writeText } from '@entente/draft'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ownEditsIn, type OwnEdits } from './own-edits.ts'

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

/** Behind the last of the words in a new text. */
const END = 1 + 'Words'.length

function wordsOf(root: Y.XmlFragment): Y.XmlText {
  const paragraph = root.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('No words to type in')
  return text
}

function type(root: Y.XmlFragment, words: string, origin: unknown = ySyncPluginKey) {
  const text = wordsOf(root)
  root.doc?.transact(() => text.insert(text.length, words), origin)
}

function take(root: Y.XmlFragment, at: number, length: number, origin: unknown) {
  root.doc?.transact(() => wordsOf(root).delete(at, length), origin)
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

/** An editor on a text, without a screen. */
function editing(root: Y.XmlFragment, undoManager: OwnEdits) {
  let state = EditorState.create({ schema, plugins: [ySyncPlugin(root), yUndoPlugin({ undoManager })] })
  const view = {
    get state() {
      return state
    },
    dispatch(change: Transaction) {
      const before = state
      state = state.apply(change)
      for (const one of views) one.update?.(asView, before)
    },
    hasFocus: () => false,
  }
  const asView = view as unknown as EditorView
  const views: PluginView[] = []
  for (const { spec } of state.plugins) if (spec.view) views.push(spec.view(asView))
  return view
}

test('[undo-4] what somebody else types after an undo comes in, and leaves the caret where it is', () => {
  const { a, edits } = talks()
  const editor = editing(a, edits)
  editor.dispatch(editor.state.tr.insertText(' of mine', END))
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 3)))
  edits.undo()
  type(a, ' of theirs', 'somebody else')
  expect([editor.state.doc.textContent, editor.state.selection.head]).toEqual(['Words of theirs', 3])
})

test('[undo-4] where the undone words were typed may no longer be in the text', () => {
  const { a, edits } = talks()
  const editor = editing(a, edits)
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, END)))
  editor.dispatch(editor.state.tr.insertText(' of mine'))
  take(a, 0, 4, 'somebody else')
  edits.undo()
  type(a, ' of theirs', 'somebody else')
  expect(editor.state.doc.textContent).toBe('s of theirs')
  editor.dispatch(editor.state.tr.insertText('Word', 1))
  expect(a.toJSON()).toBe('<paragraph>Words of theirs</paragraph>')
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

test('[undo-2] an editor that closes leaves the manager working', () => {
  const { a, edits } = talks()
  type(a, ' one')
  edits.destroy()
  edits.begin()
  type(a, ' two')
  edits.undo()
  expect(a.toJSON()).toBe('<paragraph>Words one</paragraph>')
})

test('[undo-2] which clause an undo changed is told, also after an editor closed', () => {
  const { a, b, edits } = talks()
  const told: unknown[] = []
  const stop = edits.whenUndone(({ root }) => told.push(root))
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

test('[undo-5] where an undo or redo changed the words is told', () => {
  const { a, doc, edits } = talks()
  const places: (number | undefined)[] = []
  edits.whenUndone(({ place }) => {
    const found = place && Y.createAbsolutePositionFromRelativePosition(place, doc)
    places.push(found?.type === wordsOf(a) ? found.index : undefined)
  })
  doc.transact(() => wordsOf(a).insert(2, 'ander'), ySyncPluginKey)
  edits.undo()
  edits.redo()
  edits.begin()
  doc.transact(() => wordsOf(a).format(0, 3, { bold: {} }), ySyncPluginKey)
  edits.undo()
  edits.begin()
  doc.transact(() => a.insert(1, [new Y.XmlElement('paragraph')]), ySyncPluginKey)
  edits.undo()
  expect(places).toEqual([2, 'Woander'.length, 'Woanderrds'.length, undefined])
})

test('a document has one manager', () => {
  const { doc, edits } = talks()
  expect(ownEditsIn(doc)).toBe(edits)
  expect(ownEditsIn(new Y.Doc())).not.toBe(edits)
})
