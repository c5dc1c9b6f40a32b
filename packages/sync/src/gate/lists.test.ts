/** Where insertions may go: the rule that keeps all copies of a text alike, and the bound on what finding the place costs. */
import { shape } from '@entente/draft'
import { doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateLimits, inspect, type GateLimits } from './index.ts'
import { content, forge, forgeOne, id, type Insertion } from './testing.ts'

const x = content.words('x')
const NEVER = { code: 'forged', rule: 'neighbours that never stood side by side' }

/**
 * "abc" typed at once, then "X" by somebody else between a and b, then "Y" by a third behind "X". Clocks 0 and 1 of author 1 are the
 * paragraph and its run of words.
 */
function open(): Y.Doc {
  const server = new Y.Doc()
  const source = new Y.Doc()
  source.clientID = 1
  const paragraph = new Y.XmlElement('paragraph')
  source.getXmlFragment('clause/1').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText()])
  const text = paragraph.get(0)
  if (text instanceof Y.XmlText) text.insert(0, 'abc')
  Y.applyUpdate(server, Y.encodeStateAsUpdate(source))
  Y.applyUpdate(server, forgeOne(2, 0, { content: content.words('X'), origin: a, right: b }))
  Y.applyUpdate(server, forgeOne(3, 0, { content: content.words('Y'), origin: X, right: b }))
  expect(server.getXmlFragment('clause/1').toJSON()).toContain('aXYbc')
  return server
}
const [a, b, c, X, Y1] = [id(1, 2), id(1, 3), id(1, 4), id(2, 0), id(3, 0)]

function ask(server: Y.Doc, limits: Partial<GateLimits>, ...insertions: readonly Insertion[]): unknown {
  return inspect(server, forgeOne(9, 0, ...insertions), { shape, limits: { ...gateLimits, ...limits } })
}

test.each([
  ['side by side now', a, X],
  ['side by side now, at the end', c, undefined],
  ['inside what was typed at once', b, c],
  ['side by side before X came', a, b],
  ['side by side before Y came', X, b],
])('[gate-8] neighbours %s are taken', (_, origin, right) => {
  expect(ask(open(), {}, { content: x, origin, right })).toMatchObject({ kind: 'inspection' })
})

test.each([
  ['the wrong way round', X, a],
  ['the wrong way round inside what was typed at once', c, b],
  ['the same', b, b],
  ['with something between by which the right one was placed', a, Y1],
  ['with words of one author between', a, c],
  ['the left one at the end, where something followed it from the first', X, undefined],
  ['the right one at the start, where something preceded it from the first', undefined, X],
])('[gate-8] neighbours that never stood so are refused: %s', (_, origin, right) => {
  expect(ask(open(), {}, { content: x, origin, right })).toMatchObject(NEVER)
})

test('[gate-8] two who wrote at one point without knowing of each other are neighbours from when both have come', () => {
  const server = open()
  Y.applyUpdate(server, forgeOne(4, 0, { content: content.words('Z'), origin: a, right: b }))
  expect(server.getXmlFragment('clause/1').toJSON()).toContain('aXYZbc')
  expect(ask(server, {}, { content: x, origin: Y1, right: id(4, 0) })).toMatchObject({ kind: 'inspection' })
  // Before Y came, too.
  expect(ask(server, {}, { content: x, origin: X, right: id(4, 0) })).toMatchObject({ kind: 'inspection' })
  expect(ask(server, {}, { content: x, origin: id(4, 0), right: Y1 })).toMatchObject(NEVER)
})

test('[gate-8] the same goes for what comes in the same update, in the place that it will get', () => {
  const server = open()
  Y.applyUpdate(server, forgeOne(14, 0, { content: content.words('Z'), origin: c, right: undefined }))
  // Author 9 wrote "p" at the end before "Z" came, and afterwards "q" between "p" and "Z": 9 goes before 14.
  const [before, after] = [id(9, 0), id(14, 0)]
  const written = { content: content.words('p'), origin: c }
  expect(ask(server, {}, written, { content: x, origin: before, right: after })).toMatchObject({ kind: 'inspection' })
  expect(ask(server, {}, written, { content: x, origin: after, right: before })).toMatchObject(NEVER)
})

test('[gate-8] the rest of an insertion of which the first part is known goes behind that part', () => {
  const server = open()
  Y.applyUpdate(server, forgeOne(9, 0, { content: content.words('pq'), origin: a, right: b }))
  const again = (right: Y.ID) =>
    inspect(server, forgeOne(9, 1, { content: content.words('qr'), origin: id(9, 0), right }), { shape, limits: gateLimits })
  expect(again(b)).toMatchObject({ kind: 'inspection', authors: new Map([[9, { from: 2, to: 3 }]]) })
  expect(again(a)).toMatchObject(NEVER)
})

test('[gate-10] steps among what others wrote at the same point are counted before they are taken', () => {
  const server = table({ 'clause/1': doc(p('A')) })
  const first = [...server.store.clients.values()].flat().at(-1)
  if (first === undefined) throw new Error('No words')
  const start = first.id
  Y.applyUpdate(server, forgeOne(3, 0, ...many(100, (index) => ({ content: x, origin: index === 0 ? start : id(3, index - 1) }))))
  Y.applyUpdate(server, forgeOne(4, 0, ...many(100, () => ({ content: content.mark('bold', {}), origin: start }))))
  const update = forgeOne(9, 0, ...many(300, () => ({ content: x, origin: start })))
  expect(inspect(server, update, { shape, limits: { ...gateLimits, steps: 20_000 } })).toMatchObject({
    code: 'too-large',
    rule: 'steps to find the places of insertions',
  })
  const one = forgeOne(9, 0, { content: x, origin: start })
  expect(inspect(server, one, { shape, limits: { ...gateLimits, steps: 200 } })).toMatchObject({ kind: 'inspection' })
})

test('[gate-10] steps to clean up marks around deleted words are counted before they are taken', () => {
  const server = table({ 'clause/1': doc(p('A')) })
  const first = [...server.store.clients.values()].flat().at(-1)
  if (first === undefined) throw new Error('No words')
  // Every unit behind the same first one: Yjs cannot join them.
  Y.applyUpdate(
    server,
    forgeOne(3, 0, ...many(2_000, (index) => ({ content: x, origin: first.id, right: index === 0 ? undefined : id(3, index - 1) }))),
  )
  const everything = forge([], [{ client: 3, ranges: [[0, 2_000]] }])
  expect(inspect(server, everything, { shape, limits: gateLimits })).toMatchObject({ kind: 'inspection' })
  Y.applyUpdate(server, forgeOne(4, 0, { content: content.mark('bold', {}), right: first.id }))
  expect(inspect(server, everything, { shape, limits: gateLimits })).toMatchObject({
    code: 'too-large',
    rule: 'steps to clean up after deletions',
  })
  const half = forge([], [{ client: 3, ranges: [[0, 1_000]] }])
  expect(inspect(server, half, { shape, limits: gateLimits })).toMatchObject({ kind: 'inspection' })
})

function many(count: number, make: (index: number) => Insertion): readonly Insertion[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
