/** The shared text and the editor's binding: what an editor writes is what we read, and no honest merge makes the binding delete. */
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { beginEmptyParagraph, bracketed, change, emphasised, linked, randomOf, type Random } from './acts.testing.ts'
import { copyOf, edit, fragmentOf, readByBinding, stateOf, textOfNode } from './editing.testing.ts'
import { knows } from './knows.ts'
import { bareText } from './plain.ts'
import { readText } from './read.ts'
import { schema } from './schema.ts'
import { bold, bracket, doc, italic, li, link, ol, p, ul, underline } from './testing.ts'
import { paragraphsOf } from './text.ts'
import { writeText } from './write.ts'

const DOCUMENTS = 240
const STEPS = 30

test('what an editor writes is read as it stands in the editor', () => {
  const table = new Y.Doc()
  edit(table, (tr) =>
    tr.insert(0, [
      paragraph(['The Parties '], ['shall', emphasised], [' withdraw '], ['30 km', [bracketed]]),
      schema.node('orderedList', null, [
        schema.node('listItem', null, [paragraph(['all forces']), schema.node('bulletList', null, [schema.node('listItem')])]),
        schema.node('listItem', null, [paragraph(['see the map', [linked]])]),
      ]),
      paragraph(),
    ]),
  )
  expect(readText(fragmentOf(table))).toEqual(
    doc(
      p('The Parties ', underline(italic(bold('shall'))), ' withdraw ', bracket('30 km')),
      ol(li(p('all forces'), ul(li())), li(p(link('see the map', 'https://example.org/map')))),
      p(),
    ),
  )
})

test('marks stand under their bare names with their attributes, also after the binding changed them', () => {
  const table = new Y.Doc()
  writeText(fragmentOf(table), doc(p('The Parties ', bracket('shall', 'linked', 'b7'))))
  edit(table, (tr) => tr.addMark(1, 12, schema.mark('bold')).addMark(13, 18, linked))
  const [words] = fragmentOf(table).createTreeWalker((node) => node instanceof Y.XmlText)
  expect(words instanceof Y.XmlText && words.toDelta()).toEqual([
    { insert: 'The Parties', attributes: { bold: {} } },
    { insert: ' ' },
    { insert: 'shall', attributes: { bracket: { id: 'b7', kind: 'linked' }, link: { href: 'https://example.org/map' } } },
  ])
})

test('first words stand in an editor as they were written', () => {
  const text = doc(p('One ', bold('two')), ul(li(p(bracket('three')))), p())
  const table = new Y.Doc()
  writeText(fragmentOf(table), text)
  expect(textOfNode(readByBinding(table))).toEqual(text)
  expect(() => writeText(fragmentOf(table), text)).toThrow('written once')
})

test('people who begin an empty text at once share a paragraph', () => {
  const one = new Y.Doc()
  writeText(fragmentOf(one), [])
  const other = copyOf(one, 2)
  edit(one, (tr) => tr.insert(1, schema.text('from one ')))
  edit(other, (tr) => tr.insert(1, schema.text('from other ')))
  meet(one, other)
  expect(['from one from other ', 'from other from one ']).toContain(bareText(readText(fragmentOf(one))))
  expect(statesOf(one)).not.toContain('words in two places')
})

test(`[text-1] in ${DOCUMENTS} documents that three people edit and merge, the binding deletes nothing and reads what we read`, () => {
  const reached = new Map<string, number>()
  for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
    try {
      negotiate(randomOf(seed), (state) => reached.set(state, (reached.get(state) ?? 0) + 1))
    } catch (cause) {
      throw new Error(`Broken with seed ${seed}`, { cause })
    }
  }
  expect(STATES.filter((state) => (reached.get(state) ?? 0) < 20)).toEqual([])
}, 120_000)

const STATES = [
  'concurrent edits',
  'no blocks',
  'empty lists',
  'items without blocks',
  'empty paragraphs',
  'lists in items',
  'words in two places',
  'bracketed links',
  'two brackets in a paragraph',
] as const
type Reach = (state: (typeof STATES)[number]) => void

function negotiate(random: Random, reach: Reach): void {
  const first = new Y.Doc()
  first.clientID = 1
  const opening = random(3)
  if (opening === 0) writeText(fragmentOf(first), doc(p('Fire ceases at noon.'), ol(li(p('on land')), li(p('at sea')))))
  if (opening === 1) edit(first, (tr) => tr.insert(0, schema.node('paragraph')))
  const replicas = [first, copyOf(first, 2), copyOf(first, 3)]
  if (opening === 1) for (const replica of replicas) edit(replica, beginEmptyParagraph)
  const pick = () => replicas[random(replicas.length)] ?? first
  for (let step = 0; step < STEPS; step += 1) {
    act(pick(), random)
    if (random(4) > 0) continue
    const [one, other] = [pick(), pick()]
    if (meet(one, other)) reach('concurrent edits')
    check(one, reach)
  }
  for (const one of replicas) for (const other of replicas) meet(one, other)
  for (const replica of replicas) {
    check(replica, reach)
    expect(readText(fragmentOf(replica))).toEqual(readText(fragmentOf(first)))
  }
}

/** The laws: known to the pre-flight check, untouched by our reader and by the binding's, and read alike by both. */
function check(table: Y.Doc, reach: Reach): void {
  for (const state of statesOf(table)) reach(state)
  const before = stateOf(table)
  expect(knows(fragmentOf(table))).toBe(true)
  const text = readText(fragmentOf(table))
  expect(stateOf(table)).toBe(before)
  const copy = copyOf(table, 9)
  const node = readByBinding(copy)
  expect(stateOf(copy)).toBe(before)
  expect(textOfNode(node)).toEqual(text)
  expect(bareText(text)).toBe(node.textBetween(0, node.content.size, '\n'))
}

/** Opening an editor may put words in two places of one paragraph together, but loses none; what stands in the editor is what is read. */
function act(table: Y.Doc, random: Random): void {
  const before = readText(fragmentOf(table))
  const node = edit(table, (tr) => {
    expect(readText(fragmentOf(table))).toEqual(before)
    change(tr, random)
  })
  expect(readText(fragmentOf(table))).toEqual(textOfNode(node))
}

function statesOf(table: Y.Doc): readonly (typeof STATES)[number][] {
  const nodes = [...fragmentOf(table).createTreeWalker(() => true)].filter((node) => node instanceof Y.XmlElement)
  const paragraphs = paragraphsOf(readText(fragmentOf(table)))
  const there: Record<(typeof STATES)[number], boolean> = {
    'concurrent edits': false,
    'no blocks': fragmentOf(table).length === 0,
    'empty lists': nodes.some((node) => isList(node) && node.length === 0),
    'items without blocks': nodes.some(({ nodeName, length }) => nodeName === 'listItem' && length === 0),
    'empty paragraphs': paragraphs.some(({ runs }) => runs.length === 0),
    'lists in items': nodes.some((node) => isList(node) && node.parent instanceof Y.XmlElement),
    'words in two places': nodes.some(({ nodeName, length }) => nodeName === 'paragraph' && length > 1),
    'bracketed links': paragraphs.some(({ runs }) => runs.some((run) => run.bracket !== undefined && run.link !== undefined)),
    'two brackets in a paragraph': paragraphs.some(({ runs }) => new Set(runs.flatMap((run) => run.bracket?.id ?? [])).size > 1),
  }
  return STATES.filter((state) => there[state])
}

/** Brings two documents together. Answers whether each had something the other had not. */
function meet(one: Y.Doc, other: Y.Doc): boolean {
  const [toOther, toOne] = [news(one, other), news(other, one)]
  Y.applyUpdate(other, toOther)
  Y.applyUpdate(one, toOne)
  return one !== other && Y.decodeUpdate(toOther).structs.length > 0 && Y.decodeUpdate(toOne).structs.length > 0
}

function news(from: Y.Doc, to: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(from, Y.encodeStateVector(to))
}

function isList({ nodeName }: Y.XmlElement): boolean {
  return nodeName.endsWith('List')
}

function paragraph(...content: readonly Parameters<typeof schema.text>[]): Node {
  return schema.node(
    'paragraph',
    null,
    content.map((words) => schema.text(...words)),
  )
}
