/** What people do to a text with an editor, at random but from a seed. For tests only. */
import { Fragment, type Mark, type Node } from '@tiptap/pm/model'
import { canJoin, canSplit, findWrapping, type Transform } from '@tiptap/pm/transform'
import { INSET } from './inset.ts'
import { schema } from './schema.ts'

export const bracketed = schema.mark('bracket', { id: 'b1', kind: 'contested' })
export const linked = schema.mark('link', { href: 'https://example.org/map' })
export const emphasised = [schema.mark('bold'), schema.mark('italic'), schema.mark('underline')]
const marks: readonly Mark[] = [...emphasised, linked, bracketed, schema.mark('bracket', { id: 'b2', kind: 'placeholder' })]

/** What editors put on an inset; by chance `addMark` puts them on words as well, as a merge may. */
const insets = [
  schema.mark('reference', { clause: 'ceasefire' }),
  schema.mark('reference', { clause: 'relief' }),
  schema.mark('footnote', { text: 'As drawn on the map.' }),
  schema.mark('footnote', { text: '🕊 \u00a0Annex\u202f1' }),
] as const

/** One act with an editor, chosen at random; now and then it changes nothing. */
export function change(tr: Transform, random: Random): void {
  const size = tr.doc.content.size
  const [one, other] = [wholeCharacter(tr.doc, random(size + 1)), wholeCharacter(tr.doc, random(size + 1))]
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  const $from = tr.doc.resolve(from)
  const inWords = $from.parent.isTextblock
  const mark = [...marks, ...insets][random(marks.length + insets.length)] ?? bracketed
  switch (random(14)) {
    case 0:
    case 1:
    case 2:
      if (inWords) tr.insert(from, schema.text(['shall ', 'all heavy weapons', ' not', '30 km'][random(4)] ?? 'may'))
      return
    case 3:
      tr.delete(from, wholeCharacter(tr.doc, Math.min(to, from + 8)))
      return
    case 4:
      if (inWords && canSplit(tr.doc, from)) tr.split(from)
      return
    case 5:
      if ($from.nodeBefore?.type === $from.nodeAfter?.type && canJoin(tr.doc, from)) tr.join(from)
      return
    case 6:
    case 7:
      tr.addMark(from, to, mark)
      return
    case 8:
      tr.removeMark(from, to, mark.type)
      return
    case 9:
      insert(tr, from, random)
      return
    case 10:
      wrap(tr, from, to, random(2) === 0 ? 'bulletList' : 'orderedList')
      return
    case 11:
      if (inWords) tr.insert(from, schema.text(INSET, [insets[random(insets.length)] ?? insets[0]]))
      return
    case 12:
      beginEmptyParagraph(tr)
      return
    default:
      if (random(4) === 0) tr.delete(0, size)
      else if ($from.depth > 0) tr.delete($from.before(), $from.after())
  }
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The place itself, or the one in front of the character it would cut: no caret stands inside one. */
function wholeCharacter(doc: Node, at: number): number {
  const { parent, parentOffset } = doc.resolve(at)
  if (!parent.isTextblock || parentOffset === 0 || parentOffset === parent.content.size) return at
  return at - parentOffset + (characters.segment(parent.textContent).containing(parentOffset)?.index ?? parentOffset)
}

function insert(tr: Transform, at: number, random: Random): void {
  const node = [
    schema.node('paragraph'),
    schema.node('paragraph', null, schema.text('Relief begins.')),
    schema.node('orderedList', null, random(2) === 0 ? [] : [schema.node('listItem', null, [schema.node('paragraph')])]),
    schema.node('listItem', null, random(2) === 0 ? [] : [schema.node('paragraph', null, schema.text('an item'))]),
  ][random(4)]
  const $at = tr.doc.resolve(at)
  if (node !== undefined && $at.parent.canReplace($at.index(), $at.index(), Fragment.from(node))) tr.insert(at, node)
}

/** Where people meet: they begin the first paragraph in which nobody has written yet. */
export function beginEmptyParagraph(tr: Transform): void {
  let at: number | undefined
  tr.doc.descendants((node, position) => {
    if (node.isTextblock && node.childCount === 0) at ??= position + 1
  })
  if (at !== undefined) tr.insert(at, schema.text('begun '))
}

function wrap(tr: Transform, from: number, to: number, list: 'bulletList' | 'orderedList'): void {
  const range = tr.doc.resolve(from).blockRange(tr.doc.resolve(to))
  const type = schema.nodes[list]
  const wrapping = range !== null && type !== undefined ? findWrapping(range, type) : null
  if (range !== null && wrapping !== null) tr.wrap(range, wrapping)
}

/** A whole number from 0 to below the bound. */
export type Random = (below: number) => number

/** Always the same numbers for a seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
