/**
 * Writes the first words of a root, when a clause is added or a text is imported. Everything after that is typed by people.
 */
import * as Y from 'yjs'
import type { Block, Run, Text } from './text.ts'

/**
 * Fills an empty fragment of a document, in one transaction. Throws if it holds anything already.
 *
 * A text without blocks still gets one empty paragraph, and every paragraph one `Y.XmlText`, so that people who begin to type at once
 * begin in the same place instead of each making their own.
 */
export function writeText(fragment: Y.XmlFragment, text: Text): void {
  if (fragment.doc === null) throw new Error('Only a fragment of a document can be filled')
  if (fragment.length > 0) throw new Error('There are words already: first words are written once')
  fragment.doc.transact(() => fragment.insert(0, elementsOf(text.length > 0 ? text : [{ type: 'paragraph', runs: [] }])))
}

/**
 * Types a text into a clause that is new: one that holds nothing but its first, empty paragraph. Answers whether it did; a clause in which
 * somebody has begun to write is left as it is.
 */
export function typeText(fragment: Y.XmlFragment, text: Text): boolean {
  if (fragment.doc === null) throw new Error('Only a fragment of a document can be typed in')
  const [first, ...others] = fragment.toArray()
  const words = first instanceof Y.XmlElement && first.nodeName === 'paragraph' ? first.get(0) : undefined
  if (others.length > 0 || (first !== undefined && !(words instanceof Y.XmlText && words.length === 0))) return false
  const [opening, ...rest] = text
  fragment.doc.transact(() => {
    // What others may be about to type in stays where it is.
    if (words instanceof Y.XmlText && opening?.type === 'paragraph') {
      words.applyDelta(deltaOf(opening.runs))
      fragment.insert(1, elementsOf(rest))
    } else fragment.insert(0, elementsOf(text))
  })
  return true
}

/** The elements that say this, in no document yet. */
export function elementsOf(blocks: readonly Block[]): Y.XmlElement[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return element('paragraph', [wordsOf(block.runs)])
    return element(
      block.ordered ? 'orderedList' : 'bulletList',
      block.items.map((item) => element('listItem', elementsOf(item))),
    )
  })
}

export function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

function wordsOf(runs: readonly Run[]): Y.XmlText {
  const words = new Y.XmlText()
  words.applyDelta(deltaOf(runs))
  return words
}

function deltaOf(runs: readonly Run[]): { insert: string; attributes: object }[] {
  return runs.filter(({ text }) => text !== '').map((run) => ({ insert: run.text, attributes: marksOf(run) }))
}

/** Marks are stored as the binding stores them: the mark's name, and its attributes as value. */
export function marksOf({ bold, italic, underline, link, bracket, reference, footnote }: Run): Readonly<Record<string, object>> {
  return {
    ...(bold && { bold: {} }),
    ...(italic && { italic: {} }),
    ...(underline && { underline: {} }),
    ...(link !== undefined && { link: { href: link } }),
    ...(bracket !== undefined && { bracket: { id: bracket.id, kind: bracket.kind } }),
    ...(reference !== undefined && { reference: { clause: reference } }),
    ...(footnote !== undefined && { footnote: { text: footnote } }),
  }
}
