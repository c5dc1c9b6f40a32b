/**
 * Attacks on amendments and translations over real sockets, by the ids of the threat model's case list: what holds for the words of a clause
 * holds for every text. Vesna has an amendment of the chair's and translations that the interpreters revise.
 */
import { content, forgeOne } from '@entente/sync/gate/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { House } from '../stories/house.ts'
import { attackerAt, behind, refusalOf, table, undisturbed, updateFor, type Attacker } from './attacker.ts'

const AMENDMENT = 'amendment/c5.alt1'
const TRANSLATION = 'translation/fr/c7'
const CLAUSE = 'clause/c6'

function paragraphIn(doc: Y.Doc, root: string): Y.XmlElement {
  const paragraph = doc.getXmlFragment(root).get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`${root} has no paragraph`)
  return paragraph
}

function wordsOf(doc: Y.Doc, root: string): Y.XmlText {
  const words = paragraphIn(doc, root).get(0)
  if (!(words instanceof Y.XmlText)) throw new Error(`${root} has no words`)
  return words
}

const edits: readonly (readonly [string, (copy: Y.Doc, root: string) => void])[] = [
  ['inserts', (copy, root) => wordsOf(copy, root).insert(3, 'forged')],
  ['deletes', (copy, root) => wordsOf(copy, root).delete(0, 4)],
  ['marks', (copy, root) => wordsOf(copy, root).format(0, 4, { bold: {} })],
  ['adds a paragraph', (copy, root) => copy.getXmlFragment(root).push([new Y.XmlElement('paragraph')])],
  ['deletes everything', (copy, root) => copy.getXmlFragment(root).delete(0, copy.getXmlFragment(root).length)],
]

/** One attacker after the other, because a refusal ends each. */
async function answers(
  house: House,
  seat: string,
  attacks: readonly (readonly [string, (attacker: Attacker) => Uint8Array])[],
): Promise<Readonly<Record<string, string | undefined>>> {
  const codes: Record<string, string | undefined> = {}
  for (const [name, attack] of attacks) {
    const attacker = await attackerAt(house, seat)
    codes[name] = await refusalOf(attacker, attack(attacker))
  }
  return codes
}

function each(attacks: readonly (readonly [string, unknown])[], code: string): Readonly<Record<string, string>> {
  return Object.fromEntries(attacks.map(([name]) => [name, code]))
}

test.each([
  ['u-kes2', AMENDMENT],
  ['u-kes2', TRANSLATION],
  ['u-int1', AMENDMENT],
  ['u-int1', CLAUSE],
])('[G4] [G27] %s changes nothing in %s', async (seat, root) => {
  const { house, witness } = await table()
  const attacks = edits.map(
    ([name, edit]) => [name, ({ doc }: Attacker) => updateFor(doc, doc.clientID, (copy) => edit(copy, root))] as const,
  )
  expect(await undisturbed(witness, () => answers(house, seat, attacks))).toEqual(each(attacks, 'forbidden-root'))
})

test.each([
  ['u-kes2', CLAUSE, AMENDMENT],
  ['u-sec', AMENDMENT, TRANSLATION],
  ['u-int1', TRANSLATION, AMENDMENT],
])('[G5] [G7] [G9] what %s may write in %s carries nothing into %s, nor into texts that are not on record', async (seat, own, other) => {
  const { house, witness } = await table()
  const next = ({ doc }: Attacker) => Y.getState(doc.store, doc.clientID)
  const beside = (root: string) => (attacker: Attacker) =>
    updateFor(attacker.doc, attacker.doc.clientID, (copy) =>
      copy.transact(() => {
        wordsOf(copy, own).insert(3, 'legal')
        copy.getXmlFragment(root).push([new Y.XmlElement('paragraph')])
      }),
    )
  const forbidden = [other, 'amendment/none', 'translation/tlh/c7', 'translation/fr/none', 'clause/none'].map(
    (root) => [root, beside(root)] as const,
  )
  const between: readonly (readonly [string, (attacker: Attacker) => Uint8Array])[] = [
    [
      'between two texts',
      (attacker) =>
        forgeOne(attacker.doc.clientID, next(attacker), {
          content: content.words('x'),
          ...behind(wordsOf(attacker.doc, own)),
          right: wordsOf(attacker.doc, other)._start?.id,
        }),
    ],
  ]
  expect(await undisturbed(witness, () => answers(house, seat, [...forbidden, ...between]))).toEqual({
    ...each(forbidden, 'forbidden-root'),
    'between two texts': 'forged',
  })
})

test.each([
  ['u-sec', AMENDMENT],
  ['u-int1', TRANSLATION],
])(
  '[G17] [G18] [G19] [G20] %s puts nothing into %s that a text cannot consist of, and may write there all the same',
  async (seat, root) => {
    const { house, witness } = await table()
    const made = (what: Parameters<typeof forgeOne>[2]['content'], where: 'words' | 'text') => (attacker: Attacker) =>
      forgeOne(attacker.doc.clientID, Y.getState(attacker.doc.store, attacker.doc.clientID), {
        content: what,
        ...behind(where === 'words' ? wordsOf(attacker.doc, root) : attacker.doc.getXmlFragment(root)),
      })
    const done = (edit: (copy: Y.Doc) => void) => (attacker: Attacker) => updateFor(attacker.doc, attacker.doc.clientID, edit)
    const attacks = [
      ['a map', made(content.type(1), 'text')],
      ['an array', made(content.type(0), 'text')],
      ['a text of another kind', made(content.type(2), 'text')],
      ['a hook', made(content.type(5), 'text')],
      ['a document', made(content.document(), 'text')],
      ['bytes', made(content.binary(), 'text')],
      ['an embed', made(content.embed(), 'words')],
      ['a map among the words', made(content.type(1), 'words')],
      ['a plain value', made(content.any(1), 'words')],
      ['an unknown element', done((copy) => copy.getXmlFragment(root).push([new Y.XmlElement('script')]))],
      ['an unknown mark', done((copy) => wordsOf(copy, root).format(0, 3, { blink: {} }))],
      ['a link that runs a script', done((copy) => wordsOf(copy, root).format(0, 3, { link: { href: 'javascript:alert(1)' } }))],
      ['an attribute', done((copy) => paragraphIn(copy, root).setAttribute('style', 'display:none'))],
      ['a paragraph in a paragraph', done((copy) => paragraphIn(copy, root).push([new Y.XmlElement('paragraph')]))],
      ['words outside a paragraph', done((copy) => copy.getXmlFragment(root).push([new Y.XmlText('loose')]))],
    ] as const
    expect(await undisturbed(witness, () => answers(house, seat, attacks))).toEqual(each(attacks, 'schema'))
    const again = await attackerAt(house, seat)
    wordsOf(again.doc, root).insert(3, '😀')
    await again.allSaved()
    const half = wordsOf(again.doc, root)._start?.right
    expect(half?.content).toBeInstanceOf(Y.ContentString)
    expect(
      await refusalOf(
        again,
        updateFor(again.doc, again.doc.clientID, (copy) => wordsOf(copy, root).delete(3, 1)),
      ),
    ).toBe('surrogate')
  },
)
