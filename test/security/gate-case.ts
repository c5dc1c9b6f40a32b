/** A small negotiation for the attack cases on the gate: a server's copy, one delegate who may write some of it, and what the gate says. */
import { shape, writeText } from '@entente/draft'
import { doc, ol, li, p, bold } from '@entente/draft/testing'
import { admit, gateLimits, inspect, type GateRefusal, type Inspection, type Policy } from '@entente/sync/gate'
import { content, id, type Content } from '@entente/sync/gate/testing'
import { expect } from 'vitest'
import * as Y from 'yjs'

export const SERVER = 1
export const OWN = 7
export const OTHER = 8

/** Texts of every kind that the delegate may write, and texts of every kind that the delegate may not. */
export const OPEN = ['clause/open', 'amendment/own', 'translation/fr/open'] as const
export const LOCKED = ['clause/locked', 'amendment/theirs', 'translation/de/open'] as const
/** On record, and nobody has written in them yet. */
export const NEW = ['clause/new', 'amendment/new', 'translation/fr/new'] as const

/**
 * A server's copy, all words by `OTHER`. clause/open: a paragraph (clock 0), its words (1), "Fire ceases 😀" (2 to 15).
 */
export function server(): Y.Doc {
  const author = new Y.Doc()
  author.clientID = OTHER
  writeText(author.getXmlFragment('clause/open'), doc(p('Fire ceases 😀')))
  writeText(author.getXmlFragment('clause/locked'), doc(p('Arms rest.'), ol(li(p('all '), p(bold('weapons'))))))
  for (const root of [...OPEN.slice(1), ...LOCKED.slice(1)]) writeText(author.getXmlFragment(root), doc(p('Also here.'), ol(li(p('too')))))
  const made = new Y.Doc()
  made.clientID = SERVER
  Y.applyUpdate(made, Y.encodeStateAsUpdate(author))
  for (const root of [...OPEN, ...LOCKED]) made.getXmlFragment(root)
  return made
}
export const [PARAGRAPH, WORDS, FIRST, SECOND, LAST] = [id(OTHER, 0), id(OTHER, 1), id(OTHER, 2), id(OTHER, 3), id(OTHER, 15)]
export const SMILE = 14

export const delegate: Policy = {
  readOnly: false,
  owns: (client) => client === OWN,
  leased: (client) => client === OWN || client === OTHER,
  knownRoot: (root) => [...OPEN, ...LOCKED, ...NEW].some((known) => known === root),
  mayWrite: (root) => !LOCKED.some((locked) => locked === root),
}

export function ask(on: Y.Doc, update: Uint8Array, policy = delegate, limits = gateLimits): Inspection | GateRefusal {
  const outcome = inspect(on, update, { shape, limits })
  return outcome.kind === 'refusal' ? outcome : (admit(outcome, policy) ?? outcome)
}

/** The gate's code for an update by `OWN`, having made sure that nothing has changed. */
export function codeFor(update: Uint8Array, policy = delegate, on = server()): string {
  const before = Y.encodeStateAsUpdate(on)
  const roots = on.share.size
  const outcome = ask(on, update, policy)
  expect(Y.encodeStateAsUpdate(on)).toEqual(before)
  expect(on.share.size).toBe(roots)
  return outcome.kind === 'refusal' ? outcome.code : outcome.kind
}

/** What an editor would send that writes as `client` and does something to a copy. */
export function edited(client: number, change: (copy: Y.Doc) => void, from = server()): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(from))
  copy.clientID = client
  const before = Y.encodeStateVector(copy)
  copy.transact(() => change(copy))
  return Y.encodeStateAsUpdate(copy, before)
}

/** The first paragraph of a text. */
export function paragraphOf(copy: Y.Doc, root: string): Y.XmlElement {
  const paragraph = copy.getXmlFragment(root).get(0)
  if (paragraph instanceof Y.XmlElement) return paragraph
  throw new Error(`No paragraph in ${root}`)
}

/** The words of its first paragraph. */
export function wordsOf(copy: Y.Doc, root: string): Y.XmlText {
  const text = paragraphOf(copy, root).get(0)
  if (text instanceof Y.XmlText) return text
  throw new Error(`No words in ${root}`)
}

/** The first paragraph of a text, and the first character of its words. */
export function startOf(root: string, on = server()): { readonly paragraph: Y.ID; readonly character: Y.ID } {
  const paragraph = on.getXmlFragment(root)._start
  const character = wordsOf(on, root)._start
  if (paragraph === null || character === null) throw new Error(`No words in ${root}`)
  return { paragraph: paragraph.id, character: character.id }
}

export const x = content.words('x')
export const typed = (root = 'clause/open') => edited(OWN, (copy) => wordsOf(copy, root).insert(4, ' finally'))

/** A mark with any bytes as its value. */
export function mark(name: string, json: string): Content {
  return {
    kind: 6,
    length: 1,
    write: (encoder) => {
      encoder.writeKey(name)
      encoder.writeString(json)
    },
  }
}
