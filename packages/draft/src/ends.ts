/**
 * The end of a text goes, or more is added to it: how the server splits and joins clauses.
 *
 * Nothing before the place is touched, so what others type there meanwhile is kept, and so are the places of comments and who wrote what. In
 * the paragraph that is cut, words typed at the same moment behind the cut stand at its end.
 */
import * as Y from 'yjs'
import { knows } from './knows.ts'
import type { Paragraph, Text } from './text.ts'
import { element, elementsOf, marksOf } from './write.ts'

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

/** Deletes everything from a place of the bare text on, in UTF-16 units. */
export function keepBeginning(fragment: Y.XmlFragment, at: number): void {
  inTransaction(fragment, () => keepIn(fragment, at))
}

/** Adds a text at the end: through no block, as paragraphs of its own; through one, in the last paragraph or list; and so on inwards. */
export function addEnding(fragment: Y.XmlFragment, text: Text, through: number): void {
  inTransaction(fragment, () => addTo(fragment, text, through))
}

function inTransaction(fragment: Y.XmlFragment, change: () => void): void {
  if (fragment.doc === null) throw new Error('Only a fragment of a document can be changed')
  if (!knows(fragment)) throw new Error('The text holds what this version does not know')
  fragment.doc.transact(change)
}

/** Answers how much is left to keep: nothing when it is not above 0. A line break between paragraphs counts one. */
function keepIn(holder: Y.XmlFragment, at: number): number {
  let left = at
  const gone: number[] = []
  holder.toArray().forEach((node, index) => {
    if (left <= 0) gone.push(index)
    else left = node instanceof Y.XmlElement && node.nodeName !== 'paragraph' ? keepIn(node, left) : keepWords(node, left)
  })
  for (const index of gone.toReversed()) holder.delete(index, 1)
  return left
}

function keepWords(node: Node, at: number): number {
  const texts = node instanceof Y.XmlElement ? node.toArray() : [node]
  let left = at
  for (const text of texts) {
    if (!(text instanceof Y.XmlText)) throw new Error('A paragraph holds more than words')
    const { length } = text
    if (length > Math.max(0, left)) text.delete(Math.max(0, left), length - Math.max(0, left))
    left -= length
  }
  return left < 0 ? left : left - 1
}

function addTo(holder: Y.XmlFragment, [next, ...rest]: Text, through: number): void {
  if (next === undefined) return
  const last = holder.length > 0 ? holder.get(holder.length - 1) : undefined
  const joins = through > 0 && last instanceof Y.XmlElement && addBlock(last, next, through)
  holder.insert(holder.length, elementsOf(joins ? rest : [next, ...rest]))
}

/** Answers whether the block could be joined to the last one. */
function addBlock(last: Y.XmlElement, next: Text[number], through: number): boolean {
  if (next.type === 'paragraph') {
    if (last.nodeName !== 'paragraph') return false
    addWords(last, next.runs)
    return true
  }
  if (last.nodeName !== (next.ordered ? 'orderedList' : 'bulletList')) return false
  const item: unknown = last.length > 0 ? last.get(last.length - 1) : undefined
  const [first = [], ...others] = next.items
  const within = through > 1 && item instanceof Y.XmlElement
  if (within) addTo(item, first, through - 2)
  const items = (within ? others : next.items).map((blocks) => element('listItem', elementsOf(blocks)))
  last.insert(last.length, items)
  return true
}

function addWords(paragraph: Y.XmlElement, runs: Paragraph['runs']): void {
  const last: unknown = paragraph.length > 0 ? paragraph.get(paragraph.length - 1) : undefined
  const words = last instanceof Y.XmlText ? last : new Y.XmlText()
  if (words !== last) paragraph.insert(paragraph.length, [words])
  for (const run of runs) words.insert(words.length, run.text, { ...marksOf(run) })
}
