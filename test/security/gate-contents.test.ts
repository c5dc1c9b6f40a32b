/**
 * Attack cases on the gate, by the ids of the threat model's case list: what a text cannot consist of.
 */

import { content, forge, forgeOne, id, type Content, type Insertion } from '@entente/sync/gate/testing'
import { expect, test } from 'vitest'
import { OWN, OTHER, PARAGRAPH, WORDS, FIRST, LAST, SMILE, codeFor, x, mark, startOf, OPEN, LOCKED, NEW } from './gate-case.ts'

test.each<[string, Content]>([
  ['Y.Array', content.type(0)],
  ['Y.Map', content.type(1)],
  ['Y.Text', content.type(2)],
  ['Y.XmlFragment', content.type(4)],
  ['Y.XmlHook', content.type(5)],
  ['a document', content.document()],
  ['an embed', content.embed()],
  ['bytes', content.binary()],
  ['JSON', content.json({ a: 1 })],
  ['a plain value', content.any(1)],
])('[G17] %s is nothing that a text consists of', (_, strange) => {
  for (const root of [...OPEN, ...LOCKED]) {
    const { paragraph, character } = startOf(root)
    for (const place of [{ right: paragraph }, { parent: paragraph }, { right: character }])
      expect(codeFor(forgeOne(OWN, 0, { content: strange, ...place }))).toBe('schema')
  }
  for (const parent of [...NEW, 'clause/unheard-of']) expect(codeFor(forgeOne(OWN, 0, { content: strange, parent }))).toBe('schema')
})

test.each<[string, Insertion]>([
  ['an unknown node', { content: content.node('milestone'), right: PARAGRAPH }],
  ['an unknown mark', { content: content.mark('blink', {}), right: FIRST }],
  ['a mark with another’s value', { content: content.mark('bold', { href: 'https://example.org' }), right: FIRST }],
  ['a mark of the wrong type', { content: content.mark('bold', true), right: FIRST }],
  ['a link that runs', { content: content.mark('link', { href: 'javascript:alert(1)' }), right: FIRST }],
  ['a link with more to it', { content: content.mark('link', { href: 'https://example.org', onclick: 'x' }), right: FIRST }],
  ['a reference with a number of its own', { content: content.mark('reference', { clause: 'c1', number: '11' }), right: FIRST }],
  ['a reference to what no id can be', { content: content.mark('reference', { clause: '<script>' }), right: FIRST }],
  ['a footnote of several lines', { content: content.mark('footnote', { text: 'one\ntwo' }), right: FIRST }],
  ['a footnote as long as a text', { content: content.mark('footnote', { text: 'a'.repeat(2_001) }), right: FIRST }],
  ['a bracket of an unknown kind', { content: content.mark('bracket', { id: 'b1', kind: 'secret' }), right: FIRST }],
  ['a mark under a hashed name', { content: content.mark('bold--abcdefgh', {}), right: FIRST }],
  ['an attribute', { content: content.any('x'), parent: PARAGRAPH, key: 'class' }],
  ['an attribute of a run of words', { content: content.any('x'), parent: WORDS, key: 'class' }],
  ['an attribute of a text', { content: content.any('x'), parent: 'clause/open', key: 'class' }],
])('[G18] %s', (_, insertion) => {
  expect(codeFor(forgeOne(OWN, 0, insertion))).toBe('schema')
})

test.each<[string, Insertion]>([
  ['words outside a paragraph', { content: content.text(), right: PARAGRAPH }],
  ['a paragraph in a paragraph', { content: content.node('paragraph'), parent: PARAGRAPH }],
  ['a paragraph among words', { content: content.node('paragraph'), right: FIRST }],
  ['an item without a list', { content: content.node('listItem'), right: PARAGRAPH }],
  ['a node that calls itself text', { content: content.node('text'), parent: PARAGRAPH }],
  ['a node that calls itself the document', { content: content.node('doc'), right: PARAGRAPH }],
  ['characters in a paragraph, outside its words', { content: x, parent: PARAGRAPH }],
  ['a mark in a paragraph, outside its words', { content: content.mark('bold', {}), parent: PARAGRAPH }],
  ['characters in a text, outside paragraphs', { content: x, right: PARAGRAPH }],
])('[G19] %s', (_, insertion) => {
  expect(codeFor(forgeOne(OWN, 0, insertion))).toBe('schema')
})

test('[G20] no character is cut in two, and no half is brought', () => {
  const high = id(OTHER, SMILE)
  const low = id(OTHER, SMILE + 1)
  expect(codeFor(forgeOne(OWN, 0, { content: x, origin: high, right: low }))).toBe('surrogate')
  expect(codeFor(forgeOne(OWN, 0, { content: x, right: low }))).toBe('surrogate')
  expect(codeFor(forge([], [{ client: OTHER, ranges: [[SMILE, 1]] }]))).toBe('surrogate')
  expect(codeFor(forge([], [{ client: OTHER, ranges: [[2, SMILE - 1]] }]))).toBe('surrogate')
  expect(codeFor(forge([], [{ client: OTHER, ranges: [[SMILE, 2]] }]))).toBe('inspection')
  expect(codeFor(forgeOne(OWN, 0, { content: x, origin: LAST }))).toBe('inspection')
  // Also by repeating something known: Yjs cuts before it notices.
  expect(codeFor(forgeOne(OTHER, 2, { content: x, origin: id(OTHER, 1), right: low }))).toBe('forged')
  expect(codeFor(forgeOne(OTHER, 16, { content: x, right: low }))).toBe('surrogate')
  expect(codeFor(forgeOne(OWN, 0, { content: mark('link', '{"href":"https://example.org/\\ud800"}'), right: FIRST }))).toBe('surrogate')
})

test.each(['__proto__', 'constructor', 'prototype'])('[G21] %s is no key, wherever it stands', (key) => {
  expect(codeFor(forgeOne(OWN, 0, { content: content.any('x'), parent: PARAGRAPH, key }))).toBe('malformed')
  expect(codeFor(forgeOne(OWN, 0, { content: content.node(key), right: PARAGRAPH }))).toBe('malformed')
  expect(codeFor(forgeOne(OWN, 0, { content: content.mark(key, {}), right: FIRST }))).toBe('malformed')
  expect(codeFor(forgeOne(OWN, 0, { content: mark('link', `{"${key}":{"href":"https://example.org"}}`), right: FIRST }))).toBe('malformed')
  const any = [118, 1, key.length, ...Buffer.from(key), 118, 0]
  expect(codeFor(forgeOne(OWN, 0, { content: content.raw(8, 1, ...any), parent: PARAGRAPH, key: 'level' }))).toBe('malformed')
  expect(codeFor(forgeOne(OWN, 0, { content: content.node('paragraph'), parent: key }))).toBe('forbidden-root')
})
