/**
 * Words that a deletion has overtaken: somebody types in a paragraph, and at the same moment somebody else removes it or moves it elsewhere,
 * which in Yjs is to delete it and to make it anew. The words go with the paragraph, though nobody who read them wanted them gone.
 *
 * A deletion names everything in the node that its author had. What goes with the node and is not named was not seen. So the copy in which
 * the words were typed can tell, and they are kept aside for the person; the text is the same everywhere.
 */
import { FootnoteValue, INSET } from '@entente/draft'
import * as Y from 'yjs'
import type { Range } from '../gate/decode.ts'
import { locationOf } from '../gate/location.ts'
import { without } from '../gate/without.ts'

/** A stretch of a paragraph; `typed` when it is words of this person that were overtaken. */
export type Stretch = { readonly text: string; readonly typed: boolean }

/** Words that were overtaken, in the paragraph around them as it stood here until then. Never without a stretch that was typed. */
export type Passage = { readonly root: string; readonly stretches: readonly Stretch[] }

export type Incoming = {
  /** The update that is being applied. */
  readonly update: Uint8Array
  /**
   * Words of which even a deletion that names them need not have been seen: when a whole document is sent at once, its deletions name all
   * that is gone. By their authors, each with the first such clock.
   */
  readonly doubtful: () => ReadonlyMap<number, number>
}

/**
 * The passages that a transaction takes away unseen. To be asked in `beforeObserverCalls`: afterwards Yjs forgets what was deleted. `own`
 * are the clientIDs under which this person types here.
 */
export function passagesOvertaken(transaction: Y.Transaction, own: ReadonlySet<number>, incoming: Incoming): readonly Passage[] {
  const { deleteSet, doc } = transaction
  const clients = [...own].filter((client) => deleteSet.clients.has(client))
  if (clients.length === 0) return []
  const { ds: named } = Y.decodeUpdate(incoming.update)
  const doubtful = incoming.doubtful()
  /** By the run of words they stood in: which clocks of which author. */
  const lost = new Map<Y.XmlText, Map<Y.Item, readonly Range[]>>()
  for (const client of clients) {
    const certain = rangesOf(named, client).flatMap(({ clock, end }) => {
      const upto = Math.min(end, doubtful.get(client) ?? Number.POSITIVE_INFINITY)
      return clock < upto ? [{ clock, end: upto }] : []
    })
    for (const item of wordsIn(doc, client, rangesOf(deleteSet, client))) {
      const left = without({ clock: item.id.clock, end: item.id.clock + item.length }, certain)
      if (left.length === 0 || !(item.parent instanceof Y.XmlText)) continue
      const within = lost.get(item.parent) ?? new Map<Y.Item, readonly Range[]>()
      lost.set(item.parent, within.set(item, left))
    }
  }
  return [...lost]
    .map(([words, items]) => ({ root: locationOf(words).root, stretches: stretchesOf(words, items, transaction) }))
    .filter(saysSomething)
}

/**
 * Words in an update of this person's own that found nothing any more to stand in. To be asked after it was applied; what was
 * around them is forgotten by then. `rootWith` says which text they were in, as far as that can be told from the words.
 */
export function passagesStranded(doc: Y.Doc, update: Uint8Array, rootWith: (words: string) => string): readonly Passage[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const stranded: string[] = []
  let last: Y.ID | undefined
  let footnote = ''
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    footnote = footnoteFrom(struct) ?? footnote
    if (!(struct.content instanceof Y.ContentString)) continue
    const { client, clock } = struct.id
    for (const part of without({ clock, end: clock + struct.length }, rangesOf(ds, client))) {
      if (!isDeleted(doc, client, part.clock)) continue
      const text = written(struct.content.str.slice(part.clock - clock, part.end - clock), footnote)
      const goesOn = last !== undefined && part.clock === clock && Y.compareIDs(struct.origin, last)
      stranded.push(`${goesOn ? (stranded.pop() ?? '') : ''}${text}`)
      last = Y.createID(client, part.end - 1)
    }
  }
  const texts = Map.groupBy(stranded, rootWith)
  return [...texts].map(([root, words]) => ({ root, stretches: apart(words) })).filter(saysSomething)
}

/** Words from different places, in the order in which they were typed. */
function apart(words: readonly string[]): readonly Stretch[] {
  return words.flatMap((text, index) => [...(index > 0 ? [{ text: ' … ', typed: false }] : []), { text, typed: true }])
}

function saysSomething({ stretches }: Passage): boolean {
  return stretches.some(({ text, typed }) => typed && text.trim() !== '')
}

/** The items of an author that hold words and were deleted within these clocks. Deleting has cut them at the ends of the ranges. */
function wordsIn(doc: Y.Doc, client: number, ranges: readonly Range[]): readonly Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  return ranges.flatMap(({ clock, end }) => {
    const items: Y.Item[] = []
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock >= end) break
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) items.push(struct)
    }
    return items
  })
}

/** The words as they stood before the transaction, in stretches of what was overtaken and what was not. */
function stretchesOf(words: Y.XmlText, lost: ReadonlyMap<Y.Item, readonly Range[]>, transaction: Y.Transaction): readonly Stretch[] {
  const stretches: Stretch[] = []
  const say = (text: string, typed: boolean) => {
    const last = stretches.at(-1)
    if (text === '') return
    if (last?.typed === typed) stretches.splice(-1, 1, { text: `${last.text}${text}`, typed })
    else stretches.push({ text, typed })
  }
  let footnote = ''
  for (let item = words._start; item !== null; item = item.right) {
    if (!stood(item, transaction)) continue
    footnote = footnoteFrom(item) ?? footnote
    if (!(item.content instanceof Y.ContentString)) continue
    const { str } = item.content
    const { clock } = item.id
    let from = clock
    for (const part of lost.get(item) ?? []) {
      say(written(str.slice(from - clock, part.clock - clock), footnote), false)
      say(written(str.slice(part.clock - clock, part.end - clock), footnote), true)
      from = part.end
    }
    say(written(str.slice(from - clock), footnote), false)
  }
  return stretches
}

/** The footnote that is marked from here on, empty for none any more; nothing when the item is no such mark. */
function footnoteFrom({ content }: Y.Item): string | undefined {
  if (!(content instanceof Y.ContentFormat) || content.key !== 'footnote') return undefined
  const value = FootnoteValue.safeParse(content.value)
  return value.success ? value.data.text : ''
}

/** The words with a footnote written out. References are not: their number is not theirs to keep. */
function written(words: string, footnote: string): string {
  return words.replaceAll(INSET, footnote === '' ? '' : ` (footnote: ${footnote})`)
}

/** Whether an item was to be seen before the transaction. */
function stood({ id, deleted }: Y.Item, { beforeState, deleteSet }: Y.Transaction): boolean {
  if (id.clock >= (beforeState.get(id.client) ?? 0)) return false
  return !deleted || Y.isDeleted(deleteSet, id)
}

function isDeleted(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client) ?? []
  return structs[Y.findIndexSS(structs, clock)]?.deleted ?? true
}

function rangesOf({ clients }: Pick<Y.Transaction['deleteSet'], 'clients'>, client: number): readonly Range[] {
  return (clients.get(client) ?? []).map(({ clock, len }) => ({ clock, end: clock + len })).toSorted((a, b) => a.clock - b.clock)
}
