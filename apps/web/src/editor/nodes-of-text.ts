/** Words as an editor takes them in: the other way round from `text-of-node`. */
import type { Block, Run, Text } from '@entente/draft'
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'

/** A slice that joins the words before and after it where it begins and ends with a paragraph. */
export function sliceOfText(schema: Schema, text: Text): Slice {
  const nodes = text.map((block) => nodeOf(schema, block))
  return new Slice(Fragment.fromArray(nodes), nodes[0]?.isTextblock ? 1 : 0, nodes.at(-1)?.isTextblock ? 1 : 0)
}

function nodeOf(schema: Schema, block: Block): Node {
  if (block.type === 'paragraph')
    return schema.node(
      'paragraph',
      null,
      block.runs.flatMap((run) => wordsOf(schema, run)),
    )
  const items = block.items.map((item) =>
    schema.node(
      'listItem',
      null,
      item.map((one) => nodeOf(schema, one)),
    ),
  )
  return schema.node(block.ordered ? 'orderedList' : 'bulletList', null, items)
}

function wordsOf(schema: Schema, { text, bold, italic, underline, link, bracket, reference, footnote }: Run): readonly Node[] {
  if (text === '') return []
  const marks = [
    ...(bold ? [schema.mark('bold')] : []),
    ...(italic ? [schema.mark('italic')] : []),
    ...(underline ? [schema.mark('underline')] : []),
    ...(link === undefined ? [] : [schema.mark('link', { href: link })]),
    ...(reference === undefined ? [] : [schema.mark('reference', { clause: reference })]),
    ...(footnote === undefined ? [] : [schema.mark('footnote', { text: footnote })]),
    ...(bracket === undefined ? [] : [schema.mark('bracket', { id: bracket.id, kind: bracket.kind })]),
  ]
  return [schema.text(text, marks)]
}
