import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { copyOf, fragmentOf, readByBinding, stateOf } from './editing.testing.ts'
import { knows } from './knows.ts'
import { bareText } from './plain.ts'
import { readText } from './read.ts'
import { bold, bracket, doc, li, link, ol, p } from './testing.ts'
import { writeText } from './write.ts'

const text = doc(p('The Parties ', bold('shall'), ' withdraw.'), ol(li(p(bracket('30 km'))), li(p(link('the map')))))

type Spoil = (fragment: Y.XmlFragment) => void

const deleted: readonly [string, Spoil][] = [
  ['an unknown node', (fragment) => fragment.insert(1, [new Y.XmlElement('table')])],
  ['a known node in the wrong place', (fragment) => paragraphIn(fragment).insert(0, [new Y.XmlElement('paragraph')])],
  ['an unknown mark', (fragment) => wordsIn(fragment).format(0, 3, { comment: { id: 'x' } })],
  ['a mark without what it needs', (fragment) => wordsIn(fragment).format(0, 3, { link: {} })],
]

const altered: readonly [string, Spoil][] = [
  ['something that is not words among the words', (fragment) => wordsIn(fragment).insertEmbed(0, { image: 'x' })],
  ['an item outside a list', (fragment) => fragment.insert(0, [new Y.XmlElement('listItem')])],
  ['an attribute', (fragment) => paragraphIn(fragment).setAttribute('dir', 'rtl')],
  ['an attribute of the words', (fragment) => wordsIn(fragment).setAttribute('dir', 'rtl')],
  ['a mark with more than it needs', (fragment) => wordsIn(fragment).format(0, 3, { link: { href: 'https://example.org/', title: 'x' } })],
  ['a link to where none may lead', (fragment) => wordsIn(fragment).format(0, 3, { link: { href: 'javascript:alert(1)' } })],
  ['a mark under a hashed name', (fragment) => wordsIn(fragment).format(0, 3, { 'bold--AAAAAAAA': {} })],
  ['words outside a paragraph', (fragment) => fragment.insert(0, [new Y.XmlText('loose')])],
  ['a hook', (fragment) => fragment.insert(0, [new Y.XmlHook('paragraph') as unknown as Y.XmlElement])],
]

test('what a text may consist of is known', () => {
  expect(knows(fragmentOf(filled()))).toBe(true)
  expect(knows(fragmentOf(new Y.Doc()))).toBe(true)
})

test.each(deleted)('[text-2] no editor opens over %s, because its binding would delete it for everybody', (_, spoil) => {
  const table = filled(spoil)
  expect(knows(fragmentOf(table))).toBe(false)
  const copy = copyOf(table, 9)
  const before = stateOf(copy)
  readByBinding(copy)
  expect(stateOf(copy)).not.toBe(before)
})

test.each(altered)('no editor opens over %s', (_, spoil) => {
  expect(knows(fragmentOf(filled(spoil)))).toBe(false)
})

test.each([...deleted, ...altered])('[text-3] our reader changes nothing and misses no word, also with %s', (_, spoil) => {
  const table = filled(spoil)
  const before = stateOf(table)
  knows(fragmentOf(table))
  const words = bareText(readText(fragmentOf(table)))
  for (const line of bareText(text).split('\n')) expect(words).toContain(line)
  expect(stateOf(table)).toBe(before)
})

test('words inside a node of a later version are read', () => {
  const table = filled((fragment) => {
    const cell = new Y.XmlElement('cell')
    cell.insert(0, [new Y.XmlText('by 1 March')])
    const row = new Y.XmlElement('table')
    row.insert(0, [cell])
    fragment.insert(0, [row])
  })
  expect(bareText(readText(fragmentOf(table)))).toContain('by 1 March')
})

function filled(spoil: Spoil = () => {}): Y.Doc {
  const table = new Y.Doc()
  writeText(fragmentOf(table), text)
  spoil(fragmentOf(table))
  return table
}

function paragraphIn(fragment: Y.XmlFragment): Y.XmlElement {
  const first = fragment.get(0)
  if (!(first instanceof Y.XmlElement)) throw new Error('No paragraph')
  return first
}

function wordsIn(fragment: Y.XmlFragment): Y.XmlText {
  const [words] = paragraphIn(fragment).toArray()
  if (!(words instanceof Y.XmlText)) throw new Error('No words')
  return words
}
