/**
 * What people do to a text: typing, deleting, marking, making and removing paragraphs and lists. Once straight on the shared types, once
 * the way the editor does it, through ProseMirror and its binding.
 */
import { INSET } from '@entente/draft'
import { schema } from '@entente/draft/schema'
import { Fragment } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Random } from './random.ts'

/** One random edit of a text by somebody who may make it. */
export function edit(fragment: Y.XmlFragment, random: Random): void {
  if (random.chance(0.3)) editThroughBinding(fragment, random)
  else editDirectly(fragment, random)
}

/** Everything in a text that can hold blocks, and every run of words. */
function partsOf(fragment: Y.XmlFragment): { readonly holders: readonly Y.XmlFragment[]; readonly texts: readonly Y.XmlText[] } {
  const holders: Y.XmlFragment[] = [fragment]
  const texts: Y.XmlText[] = []
  const collect = (node: Y.XmlFragment): void => {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) texts.push(child)
      else if (child instanceof Y.XmlElement) {
        if (child.nodeName !== 'paragraph') holders.push(child)
        collect(child)
      }
    }
  }
  collect(fragment)
  return { holders, texts }
}

function editDirectly(fragment: Y.XmlFragment, random: Random): void {
  const { holders, texts } = partsOf(fragment)
  const text = random.any(texts)
  if (text !== undefined && random.chance(0.7)) return editWords(text, random)
  const holder = random.any(holders) ?? fragment
  if (holder.length > 0 && random.chance(0.3)) return holder.delete(random.below(holder.length), 1)
  holder.insert(random.below(holder.length + 1), [isList(holder) ? listItem(random) : block(random)])
}

function isList(holder: Y.XmlFragment): boolean {
  return holder instanceof Y.XmlElement && holder.nodeName !== 'listItem'
}

function block(random: Random): Y.XmlElement {
  if (random.chance(0.75)) return element('paragraph', random.chance(0.9) ? [new Y.XmlText(random.word())] : [])
  return element(random.pick(['bulletList', 'orderedList']), [listItem(random)])
}

function listItem(random: Random): Y.XmlElement {
  return element('listItem', [element('paragraph', [new Y.XmlText(random.word())])])
}

export function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

/** Values as the binding writes them. Also put on words: in a merge a mark may land there, and means nothing. */
const insets = [{ reference: { clause: 'ceasefire' } }, { footnote: { text: 'As drawn on the map.' } }] as const
const marks = [
  { bold: {} },
  { italic: {} },
  { underline: {} },
  { link: { href: 'https://example.org/treaty' } },
  { bracket: { id: 'b-1', kind: 'contested' } },
  ...insets,
] as const

function editWords(text: Y.XmlText, random: Random): void {
  const words = wordsOf(text)
  const from = whole(words, random.below(words.length + 1))
  const to = whole(words, Math.min(words.length, from + random.below(10)))
  const what = random.below(10)
  if (what < 4 || from === to) return text.insert(from, random.word())
  if (what < 5) return text.insert(from, INSET, random.pick(insets))
  if (what < 8) return text.delete(from, to - from)
  const mark = random.pick(marks)
  text.format(from, to - from, random.chance(0.7) ? mark : { [Object.keys(mark)[0] ?? '']: null })
}

/** The words alone; a run of words otherwise prints its marks as tags. */
function wordsOf(text: Y.XmlText): string {
  return Y.Text.prototype.toString.call(text)
}

/** Editors never put the caret inside a character. */
function whole(words: string, at: number): number {
  return at > 0 && at < words.length && /[\ud800-\udbff]/.test(words[at - 1] ?? '') && /[\udc00-\udfff]/.test(words[at] ?? '') ? at - 1 : at
}

function editThroughBinding(fragment: Y.XmlFragment, random: Random): void {
  const { doc: document } = fragment
  if (document === null) throw new Error('The fragment is in no document')
  // Reading may join two runs of words that this person made beside each other, as it does in the browser.
  const { doc, meta } = initProseMirrorDoc(fragment, schema)
  const transform = new Transform(doc)
  for (let steps = 1 + random.below(2); steps > 0; steps -= 1) change(transform, random)
  document.transact(() => updateYFragment(document, fragment, transform.doc, meta))
}

function change(transform: Transform, random: Random): void {
  const { doc } = transform
  const carets: number[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock)
      carets.push(...[...Array(node.content.size + 1).keys()].map((offset) => position + 1 + offset).filter((at) => !cuts(doc, at)))
  })
  const from = random.any(carets)
  if (from === undefined) {
    transform.insert(0, schema.node('paragraph', null, [schema.text(random.word())]))
    return
  }
  const end = doc.resolve(from).end()
  const to = random.any(carets.filter((at) => at >= from && at <= end)) ?? from
  const what = random.below(10)
  if (what < 4) transform.insert(from, schema.text(random.word()))
  else if (what < 6) transform.delete(from, to)
  else if (what < 7) transform.split(from)
  else if (what < 8) transform.replaceWith(from, to, Fragment.from(schema.text(random.word(), [schema.mark('bold')])))
  else if (what < 9 && random.chance(0.5)) transform.insert(from, schema.text(INSET, [schema.mark('footnote', { text: 'As drawn.' })]))
  else if (what < 9) transform.addMark(from, to, schema.mark('bracket', { id: 'b-2', kind: 'contested' }))
  else transform.removeMark(from, to)
}

function cuts(doc: Transform['doc'], at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(doc.textBetween(at - 1, Math.min(at + 1, doc.content.size)))
}
