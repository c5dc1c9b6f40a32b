import { shape, writeText, type Text } from '@entente/draft'
import { bold, doc, li, ol, p } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { GateBreach, inspect, gateLimits, type GateRefusal, type Inspection } from './index.ts'
import { content, forge, forgeOne, id } from './testing.ts'

const rules = { shape, limits: gateLimits }
const OTHER = 1
const OWN = 2

/** A server's copy with words by `OTHER`, and somebody's copy of it who writes as `OWN`. */
function open(texts: Readonly<Record<string, Text>> = { 'clause/1': doc(p('Fire ceases.')) }): {
  readonly server: Y.Doc
  readonly copy: Y.Doc
} {
  const other = new Y.Doc()
  other.clientID = OTHER
  for (const [root, text] of Object.entries(texts)) writeText(other.getXmlFragment(root), text)
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(other))
  for (const root of Object.keys(texts)) server.getXmlFragment(root)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server))
  copy.clientID = OWN
  return { server, copy }
}

function change(copy: Y.Doc, work: () => void): Uint8Array {
  const before = Y.encodeStateVector(copy)
  copy.transact(work)
  return Y.encodeStateAsUpdate(copy, before)
}

function words(copy: Y.Doc, root = 'clause/1'): Y.XmlText {
  const paragraph = copy.getXmlFragment(root).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (text instanceof Y.XmlText) return text
  throw new Error(`No words in ${root}`)
}

function inspected(outcome: Inspection | GateRefusal): Inspection {
  if (outcome.kind === 'refusal') throw new Error(`${outcome.code}: ${outcome.rule}`)
  return outcome
}

test('[gate-2] an inspection names the author, the clocks and the text of what was typed', () => {
  const { server, copy } = open()
  const update = change(copy, () => words(copy).insert(4, ' finally'))
  const { authors, touches, creates, noop } = inspected(inspect(server, update, rules))
  expect(noop).toBe(false)
  expect([...authors]).toEqual([[OWN, { from: 0, to: 8 }]])
  expect([...touches.keys()]).toEqual(['clause/1'])
  expect(touches.get('clause/1')).toMatchObject({ inserted: 8, deleted: 0 })
  expect(creates.size).toBe(0)
})

test('[gate-3] the text is found from wherever in it something is inserted or deleted', () => {
  const { server, copy } = open({
    'clause/1': doc(ol(li(p('all forces')), li(p('all weapons')))),
    'clause/2': doc(p('Nothing.'), p('Else.')),
    'clause/3': doc(p('Untouched.')),
  })
  const update = change(copy, () => {
    const list = copy.getXmlFragment('clause/1').get(0)
    if (list instanceof Y.XmlElement) list.delete(0, 1)
    copy.getXmlFragment('clause/2').delete(1, 1)
    words(copy, 'clause/2').format(0, 3, { bold: {} })
  })
  const { touches } = inspected(inspect(server, update, rules))
  expect([...touches.keys()].toSorted()).toEqual(['clause/1', 'clause/2'])
  expect(touches.get('clause/1')).toMatchObject({ inserted: 0, deleted: 10, deletedOf: new Map([[OTHER, 10]]) })
  expect(touches.get('clause/2')).toMatchObject({ inserted: 0, deleted: 5 })
})

test('[gate-3] deleting a node counts the words inside, whether or not the update names them', () => {
  const { server } = open({ 'clause/1': doc(ol(li(p('all forces', bold(' and weapons'))))) })
  const list = server.getXmlFragment('clause/1').get(0)
  if (!(list instanceof Y.XmlElement) || list._item === null) throw new Error('No list')
  const { client, clock } = list._item.id
  const { touches } = inspected(inspect(server, forge([], [{ client, ranges: [[clock, 1]] }]), rules))
  expect(touches.get('clause/1')).toMatchObject({ deleted: 22, deletedOf: new Map([[OTHER, 22]]) })
})

test('[gate-9] what is known already is no change: a repetition, and the deletions a returning client sends again', () => {
  const { server, copy } = open()
  const update = change(copy, () => words(copy).delete(0, 4))
  expect(inspected(inspect(server, update, rules)).noop).toBe(false)
  Y.applyUpdate(server, update)
  expect(inspected(inspect(server, update, rules))).toMatchObject({ noop: true, authors: new Map(), touches: new Map() })
  expect(inspected(inspect(server, Y.encodeStateAsUpdate(copy), rules)).noop).toBe(true)
})

test('[gate-9] words written into a node that has since been deleted and collected touch nothing', () => {
  const { server, copy } = open({ 'clause/1': doc(p('Fire ceases.'), p('Arms rest.')) })
  const update = change(copy, () => words(copy).insert(0, 'All '))
  server.getXmlFragment('clause/1').delete(0, 1)
  const { authors, touches, noop } = inspected(inspect(server, update, rules))
  expect(noop).toBe(false)
  expect([...authors.keys()]).toEqual([OWN])
  expect(touches.size).toBe(0)
})

test('[gate-4] a text that the document lacks is named, also by an insertion that is known', () => {
  const { server, copy } = open()
  const update = change(copy, () => copy.getXmlFragment('clause/9').insert(0, [new Y.XmlElement('paragraph')]))
  expect(inspected(inspect(server, update, rules)).creates).toEqual(new Set(['clause/9']))
  const known = forgeOne(OTHER, 0, { content: content.node('paragraph'), parent: 'clause/10' })
  expect(inspected(inspect(server, known, rules))).toMatchObject({ noop: true, creates: new Set(['clause/10']) })
  expect(server.share.has('clause/9')).toBe(false)
})

test('[gate-5] authors of one update may build on each other in any order', () => {
  const { server } = open()
  const update = forge([
    {
      client: 5,
      clock: 0,
      insertions: [
        { content: content.node('paragraph'), parent: 'clause/1', right: id(OTHER, 0) },
        { content: content.text(), parent: id(7, 0) },
      ],
    },
    { client: 7, clock: 0, insertions: [{ content: content.node('paragraph'), origin: id(5, 0), right: id(OTHER, 0) }] },
  ])
  expect([...inspected(inspect(server, update, rules)).authors]).toEqual([
    [5, { from: 0, to: 2 }],
    [7, { from: 0, to: 1 }],
  ])
})

test('[gate-5] authors who each wait for the other are refused, not waited for', () => {
  const { server } = open()
  const update = forge([
    { client: 5, clock: 0, insertions: [{ content: content.node('paragraph'), origin: id(7, 0) }] },
    { client: 7, clock: 0, insertions: [{ content: content.node('paragraph'), origin: id(5, 0) }] },
  ])
  expect(inspect(server, update, rules)).toMatchObject({ code: 'pending' })
})

test('[gate-11] a document that waits for something is not inspected against', () => {
  const { server } = open()
  Y.applyUpdate(server, forgeOne(OWN, 5, { content: content.node('paragraph'), parent: 'clause/1' }))
  expect(() => inspect(server, new Uint8Array([0, 0]), rules)).toThrow(GateBreach)
})

test('[gate-1] an inspection changes nothing', () => {
  const { server, copy } = open()
  const before = Y.encodeStateAsUpdate(server)
  const update = change(copy, () => {
    words(copy).insert(2, 'x')
    copy.getXmlFragment('clause/9').insert(0, [new Y.XmlElement('paragraph')])
  })
  inspect(server, update, rules)
  expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  expect([...server.share.keys()]).toEqual(['clause/1'])
})

test('both encodings of Yjs say the same', () => {
  const { server, copy } = open()
  const update = change(copy, () => words(copy).format(0, 4, { bold: {} }))
  const v2 = Y.convertUpdateFormatV1ToV2(update)
  const { weight: _, ...first } = inspected(inspect(server, update, rules))
  const { weight: __, ...second } = inspected(inspect(server, v2, { ...rules, format: 'v2' }))
  expect(second).toEqual(first)
})
