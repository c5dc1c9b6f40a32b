/** What an editor does to the shared text, without a window: the binding's own functions around ProseMirror's transforms. For tests only. */
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { separated } from './inset.ts'
import { joinedRuns } from './runs.ts'
import { schema } from './schema.ts'
import { BracketValue, FootnoteValue, LinkValue, ReferenceValue } from './shape.ts'
import type { Block, Run, Text } from './text.ts'

/** The one text of the documents under test. */
export const fragmentOf = (table: Y.Doc): Y.XmlFragment => table.getXmlFragment('clause/ceasefire')

/** Opens an editor on the text, acts, and answers what then stands in the editor. Throws if that is not a valid document. */
export function edit(table: Y.Doc, act: (tr: Transform) => void): Node {
  const fragment = fragmentOf(table)
  const { doc, mapping } = initProseMirrorDoc(fragment, schema)
  const tr = new Transform(doc)
  act(tr)
  tr.doc.check()
  updateYFragment(table, fragment, tr.doc, { mapping, isOMark: new Map() })
  return tr.doc
}

/** What the binding reads. It may delete from the document while it reads. */
export function readByBinding(table: Y.Doc): Node {
  return yXmlFragmentToProseMirrorRootNode(fragmentOf(table), schema)
}

/** The same document on another device. Its clientID decides how concurrent edits are ordered, so tests give it. */
export function copyOf(table: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc()
  copy.clientID = clientID
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(table))
  return copy
}

/** Everything Yjs keeps of a document, what was deleted included. */
export const stateOf = (table: Y.Doc): string => Y.encodeStateAsUpdate(table).join()

/** An editor's document in our terms, by a way of its own. */
export function textOfNode(node: Node): Text {
  return node.children.map((child): Block => {
    if (child.type.name === 'paragraph')
      return { type: 'paragraph', runs: joinedRuns(child.children.flatMap((words) => separated(runOf(words)))) }
    return { type: 'list', ordered: child.type.name === 'orderedList', items: child.children.map(textOfNode) }
  })
}

function runOf(node: Node): Run {
  const value = (name: string) => node.marks.find((mark) => mark.type.name === name)?.attrs
  const [link, bracket] = [LinkValue.safeParse(value('link')), BracketValue.safeParse(value('bracket'))]
  const [reference, footnote] = [ReferenceValue.safeParse(value('reference')), FootnoteValue.safeParse(value('footnote'))]
  return {
    text: node.text ?? '',
    ...(value('bold') && { bold: true }),
    ...(value('italic') && { italic: true }),
    ...(value('underline') && { underline: true }),
    ...(link.success && { link: link.data.href }),
    ...(bracket.success && { bracket: bracket.data }),
    ...(reference.success && { reference: reference.data.clause }),
    ...(footnote.success && { footnote: footnote.data.text }),
  }
}
