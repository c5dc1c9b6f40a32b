/**
 * Reads the shared text without touching it.
 *
 * The editor's own converters delete from the document what they do not understand, so nothing but a mounted editor may use them. This
 * reader answers for any document: a node it does not know is read through to the words inside, a mark it does not know is passed over.
 */
import * as Y from 'yjs'
import type { z } from 'zod'
import { insertionsOf } from './delta.ts'
import { rootName, type Root } from './root.ts'
import { separated } from './inset.ts'
import { joinedRuns } from './runs.ts'
import { BracketValue, EmphasisValue, FootnoteValue, LinkValue, ReferenceValue } from './shape.ts'
import type { Block, Run, Text } from './text.ts'

/** The words kept under a root; no blocks when nobody has written there yet. */
export function readRoot(doc: Y.Doc, root: Root): Text {
  const name = rootName(root)
  return doc.share.has(name) ? readText(doc.getXmlFragment(name)) : []
}

/** The words of a fragment, as typed. Changes nothing, whatever the fragment holds. */
export function readText(fragment: Y.XmlFragment): Text {
  return fragment.toArray().flatMap(blocksOf)
}

function blocksOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): readonly Block[] {
  if (node instanceof Y.XmlText) return [{ type: 'paragraph', runs: joinedRuns(runsOf(node)) }]
  if (node instanceof Y.XmlHook) return []
  switch (node.nodeName) {
    case 'paragraph':
      return [{ type: 'paragraph', runs: joinedRuns(node.toArray().flatMap(wordsIn)) }]
    case 'bulletList':
    case 'orderedList':
      return [{ type: 'list', ordered: node.nodeName === 'orderedList', items: node.toArray().map(itemOf) }]
    default:
      return node.toArray().flatMap(blocksOf)
  }
}

function itemOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): readonly Block[] {
  return node instanceof Y.XmlElement && node.nodeName === 'listItem' ? node.toArray().flatMap(blocksOf) : blocksOf(node)
}

function wordsIn(node: Y.XmlElement | Y.XmlText | Y.XmlHook): readonly Run[] {
  if (node instanceof Y.XmlText) return runsOf(node)
  return node instanceof Y.XmlElement ? node.toArray().flatMap(wordsIn) : []
}

function runsOf(text: Y.XmlText): readonly Run[] {
  return insertionsOf(text).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== ''
      ? attributes === undefined
        ? [{ text: insert }]
        : separated({ text: insert, ...marksIn(attributes) })
      : [],
  )
}

function marksIn({ bold, italic, underline, link, bracket, reference, footnote }: Readonly<Record<string, unknown>>): Omit<Run, 'text'> {
  const to = valueOf(LinkValue, link)
  const around = valueOf(BracketValue, bracket)
  const target = valueOf(ReferenceValue, reference)
  const note = valueOf(FootnoteValue, footnote)
  return {
    ...(valueOf(EmphasisValue, bold) && { bold: true }),
    ...(valueOf(EmphasisValue, italic) && { italic: true }),
    ...(valueOf(EmphasisValue, underline) && { underline: true }),
    ...(to && { link: to.href }),
    ...(around && { bracket: around }),
    ...(target && { reference: target.clause }),
    ...(note && { footnote: note.text }),
  }
}

function valueOf<Value>(values: z.ZodType<Value>, value: unknown): Value | undefined {
  return value === undefined ? undefined : values.safeParse(value).data
}
