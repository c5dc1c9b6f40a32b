/**
 * What an update really did, found out by doing it to a copy: independent of the gate, which decides without doing.
 *
 * Compared are structure and words of every text, unit by unit, so that an update which moves, hides or garbles a single character of
 * somebody else's is seen, however the copy happens to be split inside.
 */
import { knows } from '@entente/draft'
import { schema } from '@entente/draft/schema'
import type { Inspection, Policy, UpdateFormat } from '@entente/sync/gate'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** A text as one string: every unit with who wrote it, whether it still stands, where it is and what it says. */
export type Picture = ReadonlyMap<string, string>

export function picture(doc: Y.Doc): Picture {
  return new Map([...doc.share].map(([name, type]) => [name, pictureOf(type)]))
}

type AnyType = Y.ContentType['type']

function pictureOf(type: AnyType): string {
  const units: string[] = []
  const walk = (node: AnyType, path: string): void => {
    for (let item = node._start; item !== null; item = item.right) {
      if (item.parent !== node) throw new Error('An item stands in a list that is not its parent’s')
      draw(item, path)
    }
    for (const [key, item] of [...node._map].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      if (item.parent !== node) throw new Error('An attribute stands on a node that is not its parent')
      draw(item, `${path}#${key}`)
    }
  }
  const draw = (item: Y.Item, path: string): void => {
    for (let unit = 0; unit < item.length; unit += 1) {
      units.push(`${path} ${item.id.client}:${item.id.clock + unit}${item.deleted ? '' : `=${saying(item, unit)}`}`)
    }
    if (!item.deleted && item.content instanceof Y.ContentType) walk(item.content.type, `${path}/${item.id.client}:${item.id.clock}`)
  }
  walk(type, '')
  return units.join('\n')
}

function saying({ content }: Y.Item, unit: number): string {
  if (content instanceof Y.ContentString) return JSON.stringify(content.str[unit])
  if (content instanceof Y.ContentFormat) return `${content.key}:${JSON.stringify(content.value)}`
  if (content instanceof Y.ContentType) return content.type instanceof Y.XmlElement ? content.type.nodeName : content.type.constructor.name
  return content.constructor.name
}

/** The texts that differ between two pictures. An empty text is no text. */
export function changedBetween(before: Picture, after: Picture): ReadonlySet<string> {
  return new Set([...before.keys(), ...after.keys()].filter((root) => (before.get(root) ?? '') !== (after.get(root) ?? '')))
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc({ gc: doc.gc })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  for (const root of doc.share.keys()) copy.getXmlFragment(root)
  return copy
}

/**
 * Does an accepted update to a copy of the document and answers what is wrong with having accepted it; undefined when nothing is.
 * The policy says what its sender may do.
 */
export function harm(doc: Y.Doc, update: Uint8Array, format: UpdateFormat, inspection: Inspection, policy: Policy): string | undefined {
  const copy = copyOf(doc)
  const before = picture(copy)
  const words = wordsByAuthor(copy)
  const clocks = clocksOf(copy)
  try {
    ;(format === 'v1' ? Y.applyUpdate : Y.applyUpdateV2)(copy, update)
  } catch (error) {
    return `applying threw ${String(error)}`
  }
  if (copy.store.pendingStructs !== null || copy.store.pendingDs !== null) return 'something is pending'
  for (const root of copy.share.keys()) {
    if (before.has(root)) continue
    if (!inspection.creates.has(root) || !policy.knownRoot(root) || !policy.mayWrite(root)) return `made the text ${root}`
    copy.getXmlFragment(root)
  }
  const after = picture(copy)
  const changed = changedBetween(before, after)
  for (const root of changed) {
    if (!policy.knownRoot(root) || !policy.mayWrite(root)) return `changed ${root}`
    if (!inspection.touches.has(root)) return `did not foresee a change of ${root}`
  }
  for (const [client, clock] of clocksOf(copy)) {
    const from = clocks.get(client) ?? 0
    if (clock === from) continue
    if (!policy.owns(client)) return `wrote as ${client}`
    const range = inspection.authors.get(client)
    if (range?.from !== from || range.to !== clock) return `did not foresee the clocks of ${client}`
  }
  if (inspection.noop && changed.size > 0) return 'took a change for none'
  if (changedBetween(after, picture(copyOf(copy))).size > 0) return 'a copy loaded afresh differs'
  const spoilt = [...changed].find((root) => readersChange(copy, root))
  return (
    holes(copy) ?? garbled(words, wordsByAuthor(copy)) ?? (spoilt === undefined ? undefined : `an editor changes ${spoilt} by opening it`)
  )
}

function clocksOf(doc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

function holes(doc: Y.Doc): string | undefined {
  for (const [client, structs] of doc.store.clients) {
    let clock = 0
    for (const struct of structs) {
      if (struct.length === 0) return `an empty struct of ${client}`
      if (struct.id.clock !== clock) return `a hole in the clocks of ${client}`
      clock += struct.length
    }
  }
  return undefined
}

/** All words that stand, by author and clock. */
function wordsByAuthor(doc: Y.Doc): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const words = new Map<number, Map<number, string>>()
  for (const [client, structs] of doc.store.clients) {
    const own = new Map<number, string>()
    words.set(client, own)
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString)) continue
      for (let unit = 0; unit < struct.length; unit += 1) own.set(struct.id.clock + unit, struct.content.str[unit] ?? '')
    }
  }
  return words
}

/** A character that stood and stands is the same character. */
function garbled(before: ReturnType<typeof wordsByAuthor>, after: ReturnType<typeof wordsByAuthor>): string | undefined {
  for (const [client, words] of after) {
    const then = before.get(client)
    for (const [clock, unit] of words) if ((then?.get(clock) ?? unit) !== unit) return `garbled ${client}:${clock}`
  }
  return undefined
}

/** Remembers what stands, and later answers how many characters of each author are gone. */
export function lostWords(doc: Y.Doc): () => ReadonlyMap<number, number> {
  const before = wordsByAuthor(doc)
  return () => {
    const after = wordsByAuthor(doc)
    const lost = [...before].map(
      ([client, words]) => [client, [...words.keys()].filter((clock) => !after.get(client)?.has(clock)).length] as const,
    )
    return new Map(lost.filter(([, count]) => count > 0))
  }
}

/** Whether an editor would change the text for everybody merely by opening it: the binding deletes what it does not know. */
export function readersChange(doc: Y.Doc, root: string): boolean {
  const copy = copyOf(doc)
  const fragment = copy.getXmlFragment(root)
  const before = pictureOf(fragment)
  if (!knows(fragment)) return true
  yXmlFragmentToProseMirrorRootNode(fragment, schema).check()
  return pictureOf(fragment) !== before
}
