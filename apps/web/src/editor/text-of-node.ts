/** The words of an editor's document, as they will be read from the shared text. */
import {
  BracketValue,
  FootnoteValue,
  joinedRuns,
  LinkValue,
  ReferenceValue,
  separated,
  type Block,
  type Run,
  type Text,
} from '@entente/draft'
import type { Node } from '@tiptap/pm/model'

export function textOfNode(node: Node): Text {
  return node.children.map((child): Block => {
    if (child.isTextblock) return { type: 'paragraph', runs: joinedRuns(child.children.flatMap((words) => separated(runOf(words)))) }
    return { type: 'list', ordered: child.type.name === 'orderedList', items: child.children.map(textOfNode) }
  })
}

function runOf({ text = '', marks }: Node): Run {
  const value = (name: string): unknown => marks.find((mark) => mark.type.name === name)?.attrs
  const [link, bracket] = [LinkValue.safeParse(value('link')), BracketValue.safeParse(value('bracket'))]
  const [reference, footnote] = [ReferenceValue.safeParse(value('reference')), FootnoteValue.safeParse(value('footnote'))]
  return {
    text,
    ...(value('bold') !== undefined && { bold: true }),
    ...(value('italic') !== undefined && { italic: true }),
    ...(value('underline') !== undefined && { underline: true }),
    ...(link.success && { link: link.data.href }),
    ...(bracket.success && { bracket: bracket.data }),
    ...(reference.success && { reference: reference.data.clause }),
    ...(footnote.success && { footnote: footnote.data.text }),
  }
}
