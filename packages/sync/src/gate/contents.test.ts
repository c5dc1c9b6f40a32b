/** What may stand where: exactly what the tables of `draft` say, and whole characters only. */
import { shape, type Shape } from '@entente/draft'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateLimits, inspect } from './index.ts'
import { content, forge, forgeOne, id, type Content, type Insertion } from './testing.ts'

/** clause/1: a list (clock 0) of one item (1) of one paragraph (2) with one run of words (3), "a😀b" (4 to 7). All by author 1. */
function open(): Y.Doc {
  const doc = new Y.Doc()
  const holder = (name: string, parent: number): Insertion => ({ content: content.node(name), parent: id(1, parent) })
  Y.applyUpdate(
    doc,
    forgeOne(
      1,
      0,
      { content: content.node('bulletList'), parent: 'clause/1' },
      holder('listItem', 0),
      holder('paragraph', 1),
      { content: content.text(), parent: id(1, 2) },
      { content: content.words('a😀b'), parent: id(1, 3) },
    ),
  )
  doc.getXmlFragment('clause/1')
  return doc
}

const places: Readonly<Record<string, Omit<Insertion, 'content'>>> = {
  doc: { parent: 'clause/2' },
  bulletList: { right: id(1, 1) },
  listItem: { right: id(1, 2) },
  paragraph: { right: id(1, 3) },
  text: { right: id(1, 4) },
}
const nodes = ['paragraph', 'bulletList', 'orderedList', 'listItem', 'doc', 'text', 'heading']

function answer(insertion: Insertion, tables: Shape = shape): string {
  const outcome = inspect(open(), forgeOne(9, 0, insertion), { shape: tables, limits: gateLimits })
  return outcome.kind === 'refusal' ? outcome.code : 'taken'
}

test.each(Object.keys(places))('[gate-6] %s takes exactly the nodes it may hold', (place) => {
  const allowed = shape.children.get(place) ?? new Set()
  for (const node of nodes) {
    const wanted = allowed.has(node) && node !== 'text' ? 'taken' : 'schema'
    expect([node, answer({ content: content.node(node), ...places[place] })]).toEqual([node, wanted])
  }
  expect(answer({ content: content.text(), ...places[place] })).toBe(allowed.has('text') ? 'taken' : 'schema')
  expect(answer({ content: content.words('x'), ...places[place] })).toBe(place === 'text' ? 'taken' : 'schema')
  expect(answer({ content: content.mark('bold', {}), ...places[place] })).toBe(place === 'text' ? 'taken' : 'schema')
  expect(answer({ content: content.deleted(3), ...places[place] })).toBe('taken')
})

test.each<[string, Content, string]>([
  ['a mark', content.mark('bold', {}), 'taken'],
  ['the end of a mark', content.mark('bold', null), 'taken'],
  ['a mark with a value it has not', content.mark('bold', { size: 3 }), 'schema'],
  ['a link', content.mark('link', { href: 'mailto:chair@example.org' }), 'taken'],
  ['a reference', content.mark('reference', { clause: 'relief' }), 'taken'],
  ['a footnote', content.mark('footnote', { text: 'As drawn on the map.' }), 'taken'],
  ['a link to what runs', content.mark('link', { href: 'data:text/html,x' }), 'schema'],
  ['the end of an unknown mark', content.mark('blink', null), 'schema'],
])('[gate-6] %s is held against the table of marks', (_, mark, wanted) => {
  expect(answer({ content: mark, right: id(1, 4) })).toBe(wanted)
})

test('[gate-6] an attribute is taken where the tables have it, once, with a value they allow', () => {
  const tables: Shape = { ...shape, attributes: new Map([['bulletList', new Map([['start', (value: unknown) => value === 3]])]]) }
  const attribute = (what: Content, parent: number, key = 'start') => answer({ content: what, parent: id(1, parent), key }, tables)
  expect(attribute(content.any(3), 0)).toBe('taken')
  expect(attribute(content.deleted(1), 0)).toBe('taken')
  expect(attribute(content.any(4), 0)).toBe('schema')
  expect(attribute(content.any(3, 3), 0)).toBe('schema')
  expect(attribute(content.words('3'), 0)).toBe('schema')
  expect(attribute(content.any(3), 0, 'style')).toBe('schema')
  expect(attribute(content.any(3), 1)).toBe('schema')
  expect(attribute(content.any(3), 3)).toBe('schema')
})

test('[gate-6] nothing is put into what the document should not hold', () => {
  const doc = new Y.Doc()
  doc.getMap('clause/1').set('a', new Y.Map())
  const map = [...doc.store.clients.keys()][0] ?? 0
  for (const parent of ['clause/1', id(map, 0)]) {
    expect(inspect(doc, forgeOne(9, 0, { content: content.words('x'), parent, key: 'b' }), { shape, limits: gateLimits })).toMatchObject({
      code: 'schema',
    })
  }
})

test('[gate-7] a character is inserted around and deleted whole', () => {
  expect(answer({ content: content.words('x'), origin: id(1, 4), right: id(1, 5) })).toBe('taken')
  expect(answer({ content: content.words('x'), origin: id(1, 5), right: id(1, 6) })).toBe('surrogate')
  const deleted = (clock: number, length: number) =>
    inspect(open(), forge([], [{ client: 1, ranges: [[clock, length]] }]), { shape, limits: gateLimits })
  expect(deleted(5, 2)).toMatchObject({ kind: 'inspection' })
  expect(deleted(5, 1)).toMatchObject({ code: 'surrogate' })
  expect(deleted(4, 2)).toMatchObject({ code: 'surrogate' })
  expect(deleted(6, 2)).toMatchObject({ code: 'surrogate' })
})
