import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writersOf } from './attribution.ts'
import { copyOf, edit, fragmentOf, readByBinding, textOfNode } from './editing.testing.ts'
import { footnotesBefore, INSET } from './inset.ts'
import { compare } from './compare.ts'
import { plainText } from './plain.ts'
import { readText } from './read.ts'
import { rewriteText } from './rewrite.ts'
import { schema } from './schema.ts'
import { bold, doc, footnote, p, referenceTo } from './testing.ts'
import type { Text } from './text.ts'
import { wordingOf } from './wording.ts'
import { writeText } from './write.ts'

const WORDS = 'As set out in paragraph above, the line stands.'
const made = (text: Text) => wordingOf({ kind: 'operative', heading: '', text, milestones: [] })

test('[reference-1] a reference put into words in which somebody else types moves none of them, and all stay their authors’', () => {
  const one = new Y.Doc()
  one.clientID = 1
  writeText(fragmentOf(one), doc(p(WORDS)))
  const [two, three] = [copyOf(one, 2), copyOf(one, 3)]
  const at = 1 + WORDS.indexOf('above')
  edit(two, (tr) => tr.replaceWith(at, at + 5, schema.text(INSET, [schema.mark('reference', { clause: 'relief' })])))
  edit(three, (tr) => tr.insert(1 + WORDS.length, schema.text(' It is marked.')))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(three))
  Y.applyUpdate(three, Y.encodeStateAsUpdate(two))
  const together = doc(p('As set out in paragraph ', referenceTo('relief'), ', the line stands. It is marked.'))
  for (const table of [two, three]) {
    expect(readText(fragmentOf(table))).toEqual(together)
    expect(textOfNode(readByBinding(table))).toEqual(together)
  }
  expect(writersOf(fragmentOf(two)).flat()).toMatchObject([
    { client: 1, text: 'As set out in paragraph ' },
    { client: 2, text: INSET },
    { client: 1, text: ', the line stands.' },
    { client: 3, text: ' It is marked.' },
  ])
})

test('[reference-2] a mark that lands on words hides none of them, and two marks on one place are a reference', () => {
  const table = new Y.Doc()
  const fragment = fragmentOf(table)
  writeText(fragment, doc(p('shall pay')))
  const [words] = fragment.createTreeWalker((node) => node instanceof Y.XmlText)
  if (!(words instanceof Y.XmlText)) throw new Error('No words')
  words.format(0, 5, { reference: { clause: 'relief' } })
  words.insert(5, INSET, { reference: { clause: 'relief' }, footnote: { text: 'Twice.' } })
  expect(readText(fragment)).toEqual(doc(p('shall', referenceTo('relief'), ' pay')))
  expect(plainText(readText(fragment), (clause) => `paragraph of ${clause}`)).toBe('shallparagraph of relief pay')
})

test('[footnote-1] footnotes are numbered through the whole text, in its order', () => {
  const texts = new Map([
    ['b', doc(p('One', footnote('A.'), ' two', footnote('A.')))],
    ['a', doc(p('None.'))],
    ['c', doc(p(footnote('B.')))],
  ])
  expect([...footnotesBefore(texts)]).toEqual([
    ['b', 0],
    ['a', 2],
    ['c', 2],
  ])
})

test('[footnote-2] what changes in a footnote or in what is referred to is shown when wordings are compared', () => {
  const [before, after] = [
    made(doc(p('The line', footnote('As drawn on the map.')))),
    made(doc(p('The line', footnote('As drawn by both.')))),
  ]
  const changed = (...pair: Parameters<typeof compare>) => compare(...pair).flatMap(({ kind, text }) => (kind === 'same' ? [] : [text]))
  expect(changed(before, after).join()).toContain('both')
  const numbers = new Map([
    ['relief', '4'],
    ['ceasefire', '2'],
  ])
  const to = (clause: string) => made(doc(p('See paragraph ', referenceTo(clause), '.')))
  expect(changed(to('relief'), to('ceasefire'), (clause) => numbers.get(clause) ?? '')).toEqual(['4', '2'])
})

test('the shared text is rewritten to hold a reference or footnote, to hold another, and to hold none', () => {
  const table = new Y.Doc()
  const fragment = fragmentOf(table)
  const texts = [
    doc(p('See ', referenceTo('relief'), '.')),
    doc(p('See ', bold(referenceTo('ceasefire')), '.')),
    doc(p('See ', footnote('The map.'), footnote('The map.'), '.')),
    doc(p('See .')),
  ]
  writeText(fragment, doc(p('See .')))
  for (const text of texts) {
    rewriteText(fragment, text)
    expect(readText(fragment)).toEqual(text)
  }
})
