/**
 * Updates by somebody who has the protocol but no manners: built by hand around what is in the document, so that most of them are nearly
 * right.
 */
import { content, forge, type Content, type ForgedDeletions, type ForgedSection, type Insertion } from '@entente/sync/gate/testing'
import * as Y from 'yjs'
import type { Random } from './random.ts'

/** An update that says it is by `own`, and now and then by somebody else. */
export function handBuilt(doc: Y.Doc, own: number, roots: readonly string[], random: Random): Uint8Array {
  const clients = [...doc.store.clients.keys()]
  const sections: ForgedSection[] = []
  for (let count = random.chance(0.85) ? 1 : 2; count > 0; count -= 1) {
    const client = random.chance(0.93) ? own : (random.any(clients) ?? own)
    sections.push(handBuiltSection(doc, client, roots, random))
  }
  const claims = random.chance(0.02) ? sections.length + 1 : sections.length
  return forge(sections, random.chance(0.35) ? [handBuiltDeletion(doc, random)] : [], claims)
}

function handBuiltSection(doc: Y.Doc, client: number, roots: readonly string[], random: Random): ForgedSection {
  const state = Y.getState(doc.store, client)
  const back = random.chance(0.55) ? 0 : random.below(5)
  const clock = Math.max(0, state - back) + (random.chance(0.03) ? 2 : 0)
  const insertions: Insertion[] = []
  let next = clock
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const last = insertions.length > 0 && random.chance(0.4) ? Y.createID(client, next - 1) : undefined
    const insertion = { content: anyContent(random), ...placed(doc, roots, last, random) }
    insertions.push(insertion)
    next += insertion.content.length
  }
  return { client, clock, insertions }
}

/** Neighbours or a parent: mostly a pair that fits together, otherwise whatever comes to hand. */
function placed(doc: Y.Doc, roots: readonly string[], last: Y.ID | undefined, random: Random): Omit<Insertion, 'content'> {
  const key = random.chance(0.12) ? random.pick(['level', 'class', '__proto__']) : undefined
  if (last !== undefined && random.chance(0.5)) return { parent: last, key }
  const kind = random.below(10)
  if (kind < 4) {
    const item = anyItem(doc, random)
    if (item !== undefined) return beside(item, random)
  }
  if (kind < 6) return { origin: last ?? anyId(doc, random), right: random.chance(0.5) ? anyId(doc, random) : undefined }
  if (kind < 7) return { right: anyId(doc, random) }
  if (kind < 9) return { parent: anyItem(doc, random, (item) => item.content instanceof Y.ContentType)?.id ?? anyId(doc, random), key }
  return { parent: random.chance(0.05) ? 'clause/unheard-of' : random.any(roots), key }
}

/** Left and right of a cut near an item: at its end, inside it, or further on in its list, now and then the wrong way round. */
function beside(item: Y.Item, random: Random): Omit<Insertion, 'content'> {
  if (item.length > 1 && random.chance(0.5)) {
    const cut = 1 + random.below(item.length - 1)
    const before = Y.createID(item.id.client, item.id.clock + cut - 1)
    const after = Y.createID(item.id.client, item.id.clock + cut)
    if (random.chance(0.15)) return { origin: after, right: random.chance(0.5) ? before : after }
    return { origin: before, right: after }
  }
  let right = item.right
  for (let steps = random.below(3); steps > 0 && right !== null; steps -= 1) right = right.right
  if (right !== null && random.chance(0.15)) return { origin: right.id, right: item.id }
  return { origin: item.lastId, right: right?.id }
}

function anyId(doc: Y.Doc, random: Random): Y.ID {
  const client = random.any([...doc.store.clients.keys()]) ?? 0
  return Y.createID(client, random.below(Y.getState(doc.store, client) + (random.chance(0.04) ? 3 : 0)))
}

function anyItem(doc: Y.Doc, random: Random, wanted: (item: Y.Item) => boolean = () => true): Y.Item | undefined {
  const structs = [...doc.store.clients.values()].flat()
  return random.any(structs.filter((struct) => struct instanceof Y.Item).filter((item) => wanted(item)))
}

function anyContent(random: Random): Content {
  const kind = random.below(100)
  if (kind < 40) return content.words(random.chance(0.02) ? '' : random.word())
  if (kind < 52)
    return content.mark(
      random.pick(['bold', 'italic', 'bracket', 'link', 'reference', 'footnote', 'blink']),
      random.pick([{}, null, true, { href: 'https://example.org' }, { id: 'b-9', kind: 'contested' }]),
    )
  if (kind < 70)
    return content.node(
      random.pick(['paragraph', 'paragraph', 'bulletList', 'orderedList', 'listItem', 'text', 'doc', 'heading', 'milestone']),
    )
  if (kind < 80) return content.text()
  if (kind < 86) return content.deleted(random.chance(0.05) ? 0 : 1 + random.below(4))
  if (kind < 92) return content.collected(random.chance(0.05) ? 0 : 1 + random.below(4))
  return random.pick([
    content.any(2),
    content.any({ deep: [[[[[1]]]]] }),
    content.type(0),
    content.type(1),
    content.type(2),
    content.type(4),
    content.type(5),
    content.json({ a: 1 }),
    content.binary(),
    content.embed(),
    content.document(),
    content.skip(2),
  ])
}

function handBuiltDeletion(doc: Y.Doc, random: Random): ForgedDeletions {
  const { client, clock } = anyId(doc, random)
  const first = [clock, random.chance(0.03) ? 0 : 1 + random.below(4)] as const
  return { client, ranges: random.chance(0.8) ? [first] : [first, [clock + random.below(8), 1]] }
}

/** The update with a few bytes changed, or cut short, or longer. */
export function mutated(update: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.05)) return update.slice(0, random.below(update.length))
  if (random.chance(0.05)) return Uint8Array.from([...update, random.below(256)])
  const bytes = update.slice()
  for (let changes = 1 + random.below(3); changes > 0; changes -= 1) bytes[random.below(bytes.length)] = random.below(256)
  return bytes
}
