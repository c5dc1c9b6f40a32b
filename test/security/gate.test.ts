/**
 * Attack cases on the gate, by the ids of the threat model's case list: rights, names and places. What the gate answers, before anything is
 * applied; the same over real sockets stands beside.
 */
import { shape } from '@entente/draft'

import { admit, applyInspected, charge, claim, costOf, gateLimits, gateQuota, inspect, massDeletions, UNUSED } from '@entente/sync/gate'
import { content, forgeOne, id } from '@entente/sync/gate/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  SERVER,
  OWN,
  OTHER,
  server,
  WORDS,
  FIRST,
  SECOND,
  delegate,
  ask,
  codeFor,
  edited,
  wordsOf,
  paragraphOf,
  startOf,
  x,
  typed,
  OPEN,
  LOCKED,
  NEW,
} from './gate-case.ts'

test('an honest keystroke is let in', () => {
  expect(codeFor(typed())).toBe('inspection')
})

test('[G1] nobody writes under another’s clientID', () => {
  expect(codeFor(edited(OTHER, (copy) => wordsOf(copy, 'clause/open').insert(0, 'We agree. ')))).toBe('forged-author')
  expect(codeFor(edited(OTHER, (copy) => copy.getXmlFragment('clause/new').insert(0, [new Y.XmlElement('paragraph')])))).toBe(
    'forged-author',
  )
})

test('[G2] nobody writes under a clientID that nobody holds, the server’s own included', () => {
  for (const client of [77, SERVER])
    expect(codeFor(edited(client, (copy) => wordsOf(copy, 'clause/open').insert(0, 'x')))).toBe('author-unbound')
})

test('[G3] a clientID in the text or leased to somebody else cannot be claimed', () => {
  const on = server()
  expect(claim(on, OTHER, undefined, 'kestria')).toMatchObject({ code: 'client-id-taken' })
  expect(claim(on, OWN, 'orlava', 'kestria')).toMatchObject({ code: 'client-id-taken' })
  expect(claim(on, SERVER, undefined, 'kestria')).toMatchObject({ code: 'client-id-taken' })
  expect(claim(on, OWN, 'kestria', 'kestria')).toBeUndefined()
})

const trespasses: readonly (readonly [string, (copy: Y.Doc, root: string) => void])[] = [
  ['insert', (copy, root) => wordsOf(copy, root).insert(0, 'x')],
  ['delete', (copy, root) => wordsOf(copy, root).delete(0, 1)],
  ['mark', (copy, root) => wordsOf(copy, root).format(0, 4, { bold: {} })],
  ['insert a paragraph', (copy, root) => copy.getXmlFragment(root).insert(0, [new Y.XmlElement('paragraph')])],
  ['delete everything', (copy, root) => copy.getXmlFragment(root).delete(0, copy.getXmlFragment(root).length)],
]

test.each(LOCKED.flatMap((root) => trespasses.map(([what, change]) => [root, what, change] as const)))(
  '[G4] in %s, which is closed to the seat: %s, in either encoding',
  (root, _, change) => {
    const update = edited(OWN, (copy) => change(copy, root))
    expect(codeFor(update)).toBe('forbidden-root')
    const second = inspect(server(), Y.convertUpdateFormatV1ToV2(update), { shape, limits: gateLimits, format: 'v2' })
    const answer = second.kind === 'refusal' ? second : admit(second, delegate)
    expect(answer).toMatchObject({ code: 'forbidden-root', root })
  },
)

test.each(OPEN)('[G4] the same is let in where the seat may write, such as in %s', (root) => {
  for (const [, change] of trespasses) expect(codeFor(edited(OWN, (copy) => change(copy, root)))).toBe('inspection')
})

test.each([...OPEN, ...LOCKED])('[G4] no attribute is set or taken away in %s, because there is none', (root) => {
  expect(codeFor(edited(OWN, (copy) => paragraphOf(copy, root).setAttribute('class', 'x')))).toBe('schema')
  const { paragraph } = startOf(root)
  expect(codeFor(forgeOne(OWN, 0, { content: content.deleted(1), parent: paragraph, key: 'class' }))).toBe('schema')
})

test('[G5] a forbidden change is not smuggled in among allowed ones', () => {
  for (const open of OPEN) {
    for (const locked of LOCKED) {
      const both = edited(OWN, (copy) => {
        wordsOf(copy, open).insert(0, 'One ')
        wordsOf(copy, locked).delete(0, 1)
        wordsOf(copy, open).insert(0, 'Two ')
      })
      expect(codeFor(both)).toBe('forbidden-root')
    }
  }
})

test('[G6] the rest of an insertion stays with its first part, whatever parent it names', () => {
  const on = server()
  const locked = { ...delegate, mayWrite: () => true }
  const before = forgeOne(OWN, 0, { content: content.words('agreed'), right: id(OTHER, 18) })
  const inspection = ask(on, before, locked)
  if (inspection.kind === 'refusal') throw new Error(inspection.rule)
  expect([...inspection.touches.keys()]).toEqual(['clause/locked'])
  applyInspected(on, before, inspection, undefined)
  expect(codeFor(forgeOne(OWN, 5, { content: content.words('d SECRETLY'), right: FIRST }), delegate, on)).toBe('forged')
  expect(codeFor(forgeOne(OWN, 5, { content: content.words('d SECRETLY'), parent: WORDS }), delegate, on)).toBe('forged')
  expect(codeFor(forgeOne(OWN, 5, { content: content.words('d SECRETLY'), origin: id(OWN, 4), right: id(OTHER, 18) }), delegate, on)).toBe(
    'forbidden-root',
  )
})

test('[G7] two neighbours are in one place, side by side, in the right order', () => {
  expect(codeFor(forgeOne(OWN, 0, { content: x, origin: FIRST, right: id(OTHER, 18) }))).toBe('forged')
  expect(codeFor(forgeOne(OWN, 0, { content: x, origin: FIRST, right: id(OTHER, 5) }))).toBe('forged')
  expect(codeFor(forgeOne(OWN, 0, { content: x, origin: SECOND, right: FIRST }))).toBe('forged')
  expect(codeFor(forgeOne(OWN, 0, { content: x, origin: FIRST, right: FIRST }))).toBe('forged')
})

test('[G8] a parent is a node, and there before its children', () => {
  expect(codeFor(forgeOne(OWN, 0, { content: x, parent: FIRST }))).toBe('forged')
  expect(codeFor(forgeOne(OWN, 0, { content: content.text(), parent: id(OWN, 0) }))).toBe('forged')
  expect(
    codeFor(
      forgeOne(OWN, 0, { content: content.text(), parent: id(OWN, 1) }, { content: content.node('paragraph'), parent: 'clause/open' }),
    ),
  ).toBe('forged')
})

test('[G9] a text that is not on record is not made, neither by an insertion that is new nor by one that is known', () => {
  const paragraph = { content: content.node('paragraph') }
  for (const parent of ['clause/unheard-of', 'amendment/unheard-of', 'translation/tlh/open', 'elsewhere']) {
    expect(codeFor(forgeOne(OWN, 0, { ...paragraph, parent }))).toBe('forbidden-root')
    expect(codeFor(forgeOne(OTHER, 0, { ...paragraph, parent }))).toBe('forbidden-root')
  }
  for (const parent of NEW) {
    expect(codeFor(forgeOne(OTHER, 0, { ...paragraph, parent }), { ...delegate, mayWrite: () => false })).toBe('forbidden-root')
    expect(codeFor(forgeOne(OWN, 0, { ...paragraph, parent }))).toBe('inspection')
  }
})

test('[G22] an update sent again, a thousand times, changes nothing and still counts', () => {
  const on = server()
  const update = typed()
  const first = ask(on, update)
  if (first.kind === 'refusal') throw new Error(first.rule)
  applyInspected(on, update, first, undefined)
  let changes = 0
  on.on('update', () => (changes += 1))
  let meter = UNUSED
  for (let again = 0; again < 1_000; again += 1) {
    const outcome = ask(on, update)
    expect(outcome).toMatchObject({ noop: true })
    meter = charge(meter, gateQuota, costOf(outcome), 0).meter
  }
  expect(changes).toBe(0)
  expect(meter.used).toBe(1_000)
})

test('[G23] emptying a text is allowed to whoever may write it, and said', () => {
  const on = server()
  const long = edited(OWN, (copy) => wordsOf(copy, 'clause/open').insert(0, 'The Parties shall withdraw all forces and weapons. '))
  Y.applyUpdate(on, long)
  const emptied = ask(
    on,
    edited(OTHER, (copy) => copy.getXmlFragment('clause/open').delete(0, 1), on),
    { ...delegate, owns: (client) => client === OTHER },
  )
  if (emptied.kind === 'refusal') throw new Error(emptied.rule)
  expect(massDeletions(on, emptied, (client) => client === OTHER)).toEqual([{ root: 'clause/open', foreign: 51, length: 65 }])
})

test('[G27] who may not write changes nothing, not even by the deletions their own editor would make', () => {
  const observer = { ...delegate, readOnly: true, mayWrite: () => false }
  expect(codeFor(typed(), observer)).toBe('read-only')
  expect(
    codeFor(
      edited(OWN, (copy) => copy.getXmlFragment('clause/open').delete(0, 1)),
      observer,
    ),
  ).toBe('read-only')
  expect(codeFor(Y.encodeStateAsUpdate(server()), observer)).toBe('inspection')
  const interpreter = { ...delegate, mayWrite: (root: string) => root.startsWith('translation/fr/') }
  expect(codeFor(typed(), interpreter)).toBe('forbidden-root')
})
