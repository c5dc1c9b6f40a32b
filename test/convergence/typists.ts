/**
 * People who write one text at once, each letter only once in the world, and a book in which stands who typed it and who has removed it
 * from a copy in which it was to be seen. Everything goes through rooms, over a network in memory.
 */
import { ClauseId } from '@entente/agreement'
import { bareText, readText } from '@entente/draft'
import { schema } from '@entente/draft/schema'
import { openHouse, type Delegate, type House } from '@entente/sync/testing'
import { Fragment, type Node } from '@tiptap/pm/model'
import { canJoin, Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Random } from './random.ts'

const ROOT = 'clause/ceasefire'
/** The letters: ideographs, of which there are enough, and which nothing else here writes. */
const FIRST = 0x4e_00
const LETTER = /[\u4E00-\u9FFF]/gu

export type Typist = {
  readonly name: string
  readonly delegate: Delegate
  /** Under which items they have put each letter into the text: typed, or written again elsewhere. */
  readonly wrote: ReadonlyMap<string, readonly string[]>
}

export type Table = {
  readonly house: House
  readonly typists: readonly Typist[]
  /** The items that somebody deleted in a copy in which they stood. */
  readonly removed: ReadonlySet<string>
  /** Who typed each letter, and as which item. */
  readonly typed: ReadonlyMap<string, { readonly by: Typist; readonly item: string }>
  readonly edits: (typist: Typist, random: Random) => void
  /** The chair splits the clause somewhere. */
  readonly splits: (random: Random) => Promise<unknown>
  /** What a delegate has of every clause. */
  readonly letters: (typist: Typist) => ReadonlySet<string>
  /** The letters that are kept for them as their own. */
  readonly kept: (typist: Typist) => ReadonlySet<string>
}

export async function openTable(random: Random): Promise<Table> {
  const house = await openHouse('KES ORL', { ceasefire: 'Fire ceases at noon.' }, { random: () => random.below(2 ** 31) })
  const removed = new Set<string>()
  const typed = new Map<string, { readonly by: Typist; readonly item: string }>()
  const typists: Typist[] = []
  let next = FIRST
  for (const name of ['CHR-head', 'KES-head', 'ORL-head']) {
    const wrote = new Map<string, string[]>()
    const typist: Typist = { name, delegate: await house.connect(name), wrote }
    typists.push(typist)
    const doc = typist.delegate.room.doc()
    doc.on('beforeObserverCalls', ({ local, deleteSet, beforeState }: Y.Transaction) => {
      if (!local) return
      for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
        for (const [at, letter] of struct.content.str.split('').entries()) {
          if (struct.id.clock + at < (beforeState.get(doc.clientID) ?? 0) || letter.match(LETTER) === null) continue
          const item = `${doc.clientID} ${struct.id.clock + at}`
          wrote.set(letter, [...(wrote.get(letter) ?? []), item])
          if (!typed.has(letter)) typed.set(letter, { by: typist, item })
        }
      }
      for (const [client, ranges] of deleteSet.clients)
        for (const { clock, len } of ranges) for (let at = 0; at < len; at += 1) removed.add(`${client} ${clock + at}`)
    })
  }
  const [chair] = typists
  if (chair === undefined) throw new Error('Nobody presides')
  const word = (random: Random) =>
    String.fromCodePoint(
      ...Array.from({ length: 1 + random.below(3) }, () => {
        next += 1
        return next
      }),
    )
  return {
    house,
    typists,
    removed,
    typed,
    edits({ delegate }, random) {
      const fragment = delegate.fragment(ROOT)
      const { doc, meta } = initProseMirrorDoc(fragment, schema)
      const transform = new Transform(doc)
      change(transform, random, word)
      delegate.room.doc().transact(() => updateYFragment(delegate.room.doc(), fragment, transform.doc, meta))
    },
    async splits(random) {
      const { room } = chair.delegate
      const clause = ClauseId.parse('ceasefire')
      const { length } = bareText(readText(chair.delegate.fragment(ROOT)))
      return room.submit('clause.split', {
        clause,
        on: room.view().readings.get(clause)?.fingerprint,
        at: 1 + random.below(Math.max(1, length - 1)),
      })
    },
    letters({ delegate }) {
      const doc = delegate.room.doc()
      return lettersOf([...doc.share.keys()].map((root) => bareText(readText(doc.getXmlFragment(root)))))
    },
    kept: ({ delegate }) =>
      lettersOf(delegate.room.view().overtaken.flatMap(({ stretches }) => stretches.filter((one) => one.typed).map(({ text }) => text))),
  }
}

function lettersOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(LETTER) ?? []))
}

type Block = { readonly node: Node; readonly at: number }

/** One thing that somebody does to a text in an editor. */
function change(transform: Transform, random: Random, word: (random: Random) => string): void {
  const { doc } = transform
  const paragraphs: Block[] = []
  const joints: number[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock) paragraphs.push({ node, at })
    const { nodeBefore } = doc.resolve(at)
    if (nodeBefore?.type === node.type && canJoin(doc, at)) joints.push(at)
  })
  const lists: Block[] = []
  doc.forEach((node, at) => void (node.isTextblock || lists.push({ node, at })))
  const paragraph = random.any(paragraphs)
  if (paragraph === undefined) return void transform.insert(0, schema.node('paragraph', null, [schema.text(word(random))]))
  const { node, at } = paragraph
  const place = at + 1 + random.below(node.content.size + 1)
  const end = Math.min(at + 1 + node.content.size, place + random.below(6))
  const what = random.below(20)
  const joint = random.any(joints)
  const list = random.any(lists)
  if (what < 9) transform.insert(place, schema.text(word(random)))
  else if (what < 10) transform.delete(place, end)
  else if (what < 13) transform.split(place)
  else if (what < 15 && joint !== undefined) transform.join(joint)
  else if (what < 16 && paragraphs.length > 1 && doc.resolve(at).parent.childCount > 1) transform.delete(at, at + node.nodeSize)
  else if (what < 17) transform.addMark(place, end, schema.mark('bold'))
  else if (what < 18 && doc.resolve(at).depth === 0)
    transform.replaceWith(at, at + node.nodeSize, schema.node('bulletList', null, [schema.node('listItem', null, [node])]))
  else if (list !== undefined)
    transform.replaceWith(list.at, list.at + list.node.nodeSize, Fragment.from(list.node.children.flatMap((item) => item.children)))
}
