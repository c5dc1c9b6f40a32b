/** Attacks with content that the text cannot consist of: strange nodes and values, and half characters. */
import { content, forge, forgeOne, id } from '@entente/sync/gate/testing'
import * as Y from 'yjs'
import { element } from '../edits.ts'
import { OPEN } from '../table.ts'
import { edited, ownLast, standing, type Attack, type Kind } from './attack.ts'

type Change = (fragment: Y.XmlFragment) => void

const changes: readonly [Change, ...Change[]] = [
  (fragment) => fragment.insert(0, [new Y.XmlElement('milestone')]),
  (fragment) => fragment.insert(0, [new Y.XmlElement('text')]),
  (fragment) => fragment.insert(0, [new Y.XmlElement('listItem')]),
  (fragment) => fragment.insert(0, [new Y.XmlText('loose words')]),
  (fragment) => fragment.insert(0, [new Y.XmlElement('heading')]),
  (fragment) => {
    const paragraph = element('paragraph', [])
    paragraph.setAttribute('onclick', 'x')
    fragment.insert(0, [paragraph])
  },
  (fragment) => {
    const words = new Y.XmlText()
    words.applyDelta([{ insert: 'x', attributes: { blink: {} } }])
    fragment.insert(0, [element('paragraph', [words])])
  },
  (fragment) => {
    const words = new Y.XmlText()
    words.applyDelta([{ insert: 'x', attributes: { link: { href: 'javascript:alert(1)' } } }])
    fragment.insert(0, [element('paragraph', [words])])
  },
  (fragment) => nested(fragment, 70),
]

export const outsideTheShape: Kind = (table, by, random) => {
  const change = random.pick(changes)
  const { update } = edited(table, by.doc.clientID, (doc) => change(doc.getXmlFragment(random.pick(OPEN))))
  return [{ by, update, codes: ['schema', 'too-deep'] }]
}

/** What no text consists of, in a text of any kind. */
const strange = [
  content.type(0),
  content.type(1),
  content.type(2),
  content.type(4),
  content.type(5),
  content.document(),
  content.embed(),
  content.binary(),
  content.json({ a: 1 }),
  content.any(1),
] as const

export const strangeKinds: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const clock = Y.getState(table.server.store, client)
  return OPEN.map((root) => {
    const within = standing(table.server, [root])
    const beside = random.any(within)
    const node = random.any(within.filter(({ content: { constructor } }) => constructor === Y.ContentType))
    const places = [{ parent: root }, { right: beside?.id, parent: root }, { parent: node?.id ?? root }] as const
    return { by, update: forgeOne(client, clock, { content: random.pick(strange), ...random.pick(places) }), codes: ['schema'] }
  })
}

function nested(fragment: Y.XmlFragment, depth: number): void {
  let holder: Y.XmlFragment = fragment
  for (let level = 0; level < depth; level += 1) {
    const next = new Y.XmlElement(level % 2 === 0 ? 'bulletList' : 'listItem')
    holder.insert(0, [next])
    holder = next
  }
}

export const halfCharacters: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const clock = Y.getState(table.server.store, client)
  const words = random.any(
    standing(table.server).filter((item) => item.content instanceof Y.ContentString && /[\ud800-\udbff]/.test(item.content.str)),
  )
  if (words === undefined || !(words.content instanceof Y.ContentString)) return []
  const high = words.id.clock + words.content.str.search(/[\ud800-\udbff]/)
  const author = words.id.client
  const known = standing(table.server).find((item) => item.id.client === client)
  const update = random.pick([
    forgeOne(client, clock, { content: content.words('x'), origin: id(author, high), right: id(author, high + 1) }),
    forgeOne(client, clock, { content: content.words('x'), right: id(author, high + 1) }),
    forge([], [{ client: author, ranges: [[high, 1]] }]),
    forge([], [{ client: author, ranges: [[high + 1, 1]] }]),
    // Yjs cuts where a known insertion says it was made, too.
    known === undefined || author === client
      ? forge([], [{ client: author, ranges: [[high, 1]] }])
      : forgeOne(client, known.id.clock, { content: content.words('x'), origin: id(author, high) }),
  ])
  return [{ by, update, codes: ['surrogate'] }]
}

/** Half characters that are not cut from whole ones, and a value too deep to be one. */
export const halves: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const clock = Y.getState(table.server.store, client)
  const { updateV2 } = edited(table, client, (doc) => {
    const text = new Y.XmlText('words')
    doc.getXmlFragment(random.pick(OPEN)).insert(0, [element('paragraph', [text])])
    // Version 2 keeps all words of an update in one string, in which the two halves are a whole character.
    text.insert(5, 'a\ud83d')
    text.insert(0, '\ude00b')
  })
  const words = random.any(standing(table.server).filter((item) => item.parent instanceof Y.XmlText))
  const attacks: Attack[] = [
    { by, update: updateV2, format: 'v2', codes: ['surrogate'] },
    { by, update: halfDeleted(client, clock, random.pick(OPEN)), codes: ['surrogate'] },
  ]
  if (words !== undefined) {
    const mark = content.mark('link', { href: 'https://example.org/\ud800' })
    const deep = content.mark('link', { href: [[[[[1]]]]] })
    attacks.push({ by, update: forgeOne(client, clock, { content: mark, right: words.id }), codes: ['surrogate'] })
    attacks.push({ by, update: forgeOne(client, clock, { content: deep, right: words.id }), codes: ['too-deep'] })
  }
  const last = ownLast(table, client)
  if (last !== undefined && last.length > 1) {
    const origin = id(client, clock - 2)
    attacks.push({ by, update: forgeOne(client, clock - 1, { content: content.words('😀'), origin }), codes: ['surrogate'] })
  }
  return attacks
}

/** A whole character is brought, and half of it deleted, in one. */
function halfDeleted(client: number, clock: number, parent: string): Uint8Array {
  const insertions = [
    { content: content.node('paragraph'), parent },
    { content: content.text(), parent: id(client, clock) },
    { content: content.words('😀'), parent: id(client, clock + 1) },
  ]
  return forge([{ client, clock, insertions }], [{ client, ranges: [[clock + 2, 1]] }])
}
