import type { ContentMatch, NodeType } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { schema } from './schema.ts'
import { MAX_FOOTNOTE, MAX_LINK } from '@entente/agreement'
import { DOCUMENT, isLink, shape, TEXT } from './shape.ts'

const nodes = Object.values(schema.nodes).filter((type) => !type.isText)
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  link: { href: 'https://example.org/' },
  bracket: { id: 'b1', kind: 'linked' },
  reference: { clause: 'ceasefire' },
  footnote: { text: 'As drawn on the map.' },
}

test.each(nodes)(
  '[text-4] the schema is closed under merge: $name may hold any number of its children in any order',
  ({ contentMatch }) => {
    expect(statesOf(contentMatch)).toHaveLength(1)
    expect(contentMatch.validEnd).toBe(true)
  },
)

test('the tables name the nodes and marks of the schema', () => {
  expect(schema.topNodeType.name).toBe(DOCUMENT)
  expect(schema.nodes[TEXT]?.isText).toBe(true)
  expect(new Set(nodes.map(({ name }) => name))).toEqual(new Set(shape.children.keys()))
  expect(new Set(Object.keys(schema.marks))).toEqual(new Set(shape.marks.keys()))
})

test.each(nodes)('$name holds what the tables say, and has the attributes they say', (type) => {
  expect(childrenOf(type)).toEqual(shape.children.get(type.name))
  expect(Object.keys(type.spec.attrs ?? {})).toEqual([...(shape.attributes.get(type.name)?.keys() ?? [])])
})

test.each(Object.values(schema.marks))('no word carries $name twice, so the binding stores it under its bare name', (mark) => {
  expect(mark.excludes(mark)).toBe(true)
})

test.each(Object.values(schema.marks))('the tables allow what $name is in an editor', (mark) => {
  const { attrs } = mark.create(values[mark.name] ?? {})
  expect(shape.marks.get(mark.name)?.({ ...attrs })).toBe(true)
})

test('a bracket goes around all other marks', () => {
  expect(Object.keys(schema.marks)[0]).toBe('bracket')
})

test.each(['link', 'bracket', 'reference', 'footnote'])('a %s cannot be made without what it needs', (name) => {
  expect(() => schema.mark(name, {})).toThrow('No value supplied')
})

test.each<[string, string, unknown]>([
  ['bold', 'true', true],
  ['bold', 'an attribute', { weight: 900 }],
  ['bold', 'an array', []],
  ['bold', 'nothing', undefined],
  ['link', 'no address', {}],
  ['link', 'an address that is not text', { href: 7 }],
  ['link', 'a script', { href: 'javascript:alert(1)' }],
  ['link', 'more than an address', { href: 'https://example.org/', onclick: 'x' }],
  ['bracket', 'no kind', { id: 'b1' }],
  ['bracket', 'a kind that is none', { id: 'b1', kind: 'open' }],
  ['bracket', 'an id that is none', { id: '../b1', kind: 'linked' }],
  ['reference', 'no clause', {}],
  ['reference', 'an id that is none', { clause: '../c1' }],
  ['reference', 'a number of its own', { clause: 'c1', number: '11' }],
  ['footnote', 'no words', { text: ' ' }],
  ['footnote', 'two lines', { text: 'one\ntwo' }],
  ['footnote', 'too many words', { text: 'a'.repeat(MAX_FOOTNOTE + 1) }],
  ['footnote', 'half a character', { text: 'a\ud800' }],
  ['footnote', 'more than words', { text: 'a', html: '<b>' }],
  ['bracket', 'an owner', { id: 'b1', kind: 'linked', party: 'KES' }],
])('%s with %s is refused', (mark, _, value) => {
  expect(shape.marks.get(mark)?.(value)).toBe(false)
})

test.each([
  'https://example.org/a?b=c#d',
  'http://example.org',
  'HTTPS://EXAMPLE.ORG',
  'mailto:chair@example.org',
  'https://пример.example/ü',
])('[text-5] words may link to %s', (href) => {
  expect(isLink(href)).toBe(true)
})

test.each([
  '',
  'example.org',
  '//example.org',
  '/annex',
  'ftp://example.org',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  ' https://example.org',
  'https://exa mple.org',
  'https://example.org/\u0000',
  'https://',
  'https://[',
  `https://example.org/${'a'.repeat(MAX_LINK)}`,
])('[text-5] words may not link to %j', (href) => {
  expect(isLink(href)).toBe(false)
})

/** Every state of a node's content in which something is expected; a starred choice has one. */
function statesOf(from: ContentMatch): readonly ContentMatch[] {
  const found = new Set([from])
  for (const state of found) for (let edge = 0; edge < state.edgeCount; edge += 1) found.add(state.edge(edge).next)
  return [...found]
}

function childrenOf({ contentMatch }: NodeType): ReadonlySet<string> {
  return new Set(
    statesOf(contentMatch).flatMap((state) => Array.from({ length: state.edgeCount }, (_, edge) => state.edge(edge).type.name)),
  )
}
