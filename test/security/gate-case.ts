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

/**
 * A server's copy, all words by `OTHER`. clause/open: a paragraph (clock 0), its words (1), "Fire ceases 😀" (2 to 15).
 */
export function server(): Y.Doc {
  const author = new Y.Doc()
  author.clientID = OTHER
  writeText(author.getXmlFragment('clause/open'), doc(p('Fire ceases 😀')))
  writeText(author.getXmlFragment('clause/locked'), doc(p('Arms rest.'), ol(li(p('all '), p(bold('weapons'))))))
  const made = new Y.Doc()
  made.clientID = SERVER
  Y.applyUpdate(made, Y.encodeStateAsUpdate(author))
  for (const root of ['clause/open', 'clause/locked']) made.getXmlFragment(root)
  return made
}
export const [PARAGRAPH, WORDS, FIRST, SECOND, LAST] = [id(OTHER, 0), id(OTHER, 1), id(OTHER, 2), id(OTHER, 3), id(OTHER, 15)]
export const SMILE = 14

export const delegate: Policy = {
  readOnly: false,
  owns: (client) => client === OWN,
  leased: (client) => client === OWN || client === OTHER,
  knownRoot: (root) => ['clause/open', 'clause/locked', 'clause/new'].includes(root),
  mayWrite: (root) => root !== 'clause/locked',
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

export function wordsOf(copy: Y.Doc, root: string): Y.XmlText {
  const paragraph = copy.getXmlFragment(root).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (text instanceof Y.XmlText) return text
  throw new Error(`No words in ${root}`)
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
