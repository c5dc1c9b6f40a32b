/**
 * Places in an editor's document and in the bare text, told from each other.
 *
 * The bare text is the paragraphs with a newline between them; ProseMirror counts the edges of nodes as well. Quotes and comments speak of
 * the bare text, the editor of its own positions.
 */
import type { Node } from '@tiptap/pm/model'

/** A paragraph of the document: where its words begin in the editor and in the bare text. */
type Line = { readonly pos: number; readonly at: number; readonly length: number }

function linesOf(doc: Node): readonly Line[] {
  const lines: Line[] = []
  let at = 0
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    lines.push({ pos: pos + 1, at, length: node.content.size })
    at += node.content.size + 1
    return false
  })
  return lines
}

/** The place in the bare text of a position in the editor. Between paragraphs it is the end of the one before. */
export function bareAt(doc: Node, pos: number): number {
  const line = linesOf(doc).findLast((one) => one.pos <= pos)
  return line === undefined ? 0 : line.at + Math.min(pos - line.pos, line.length)
}

/** The parts of a range of the bare text that have words in them, as positions in the editor: one for each paragraph it touches. */
export function rangesIn(doc: Node, from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  return linesOf(doc).flatMap(({ pos, at, length }) => {
    const start = Math.max(from, at)
    const end = Math.min(to, at + length)
    return start < end ? [{ from: pos + start - at, to: pos + end - at }] : []
  })
}

/** The bare text of the document. */
export function bareOf(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n')
}

/** The position in the editor of a place in the bare text. */
export function positionOf(doc: Node, bare: number): number {
  const line = linesOf(doc).findLast(({ at }) => at <= bare)
  return line === undefined ? 0 : line.pos + Math.min(bare - line.at, line.length)
}

/** How far the bare text begins with these words, in whole characters: where they end, or where something else follows. */
export function placeAfter(bare: string, words: string): number {
  let place = 0
  for (const character of words) {
    if (!bare.startsWith(character, place)) break
    place += character.length
  }
  return place
}
