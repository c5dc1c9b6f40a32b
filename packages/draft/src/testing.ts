/**
 * Texts in a few words, for tests.
 *
 *     doc(p('The Parties ', bracket('shall'), ' withdraw.'), ol(li(p('all forces')), li(p('all weapons'))))
 */
import { BracketId, BracketKind, ClauseId, INSET } from '@entente/agreement'
import * as Y from 'yjs'
import type { Block, Paragraph, Run, Text } from './text.ts'
import { writeText } from './write.ts'

type Words = string | Run

const run = (words: Words): Run => (typeof words === 'string' ? { text: words } : words)

export const doc = (...blocks: readonly Block[]): Text => blocks
export const p = (...words: readonly Words[]): Paragraph => ({ type: 'paragraph', runs: words.map(run).filter(({ text }) => text !== '') })
export const li = (...blocks: readonly Block[]): readonly Block[] => blocks
export const ol = (...items: readonly (readonly Block[])[]): Block => ({ type: 'list', ordered: true, items })
export const ul = (...items: readonly (readonly Block[])[]): Block => ({ type: 'list', ordered: false, items })

export const bold = (words: Words): Run => ({ ...run(words), bold: true })
export const italic = (words: Words): Run => ({ ...run(words), italic: true })
export const underline = (words: Words): Run => ({ ...run(words), underline: true })
export const link = (words: Words, href = 'https://example.org/'): Run => ({ ...run(words), link: href })
export const bracket = (words: Words, kind = 'contested', id = 'b1'): Run => ({
  ...run(words),
  bracket: { id: BracketId.parse(id), kind: BracketKind.parse(kind) },
})

export const referenceTo = (clause: string): Run => ({ text: INSET, reference: ClauseId.parse(clause) })
export const footnote = (text: string): Run => ({ text: INSET, footnote: text })

/** A document with these texts, by the name of their root: `table({ 'clause/ceasefire': doc(p('Fire ceases.')) })`. */
export function table(texts: Readonly<Record<string, Text>>): Y.Doc {
  const made = new Y.Doc()
  for (const [name, text] of Object.entries(texts)) writeText(made.getXmlFragment(name), text)
  return made
}
