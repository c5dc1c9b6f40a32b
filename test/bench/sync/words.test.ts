/** What the load types is what it says: it makes the expected text, the gate lets it in, and whoever listens counts it right. */
import { ClauseId } from '@entente/agreement'
import { rootName, shape } from '@entente/draft'
import { admit, applyInspected, gateLimits, inspect, type Policy } from '@entente/sync/gate'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Holdings, wordsIn } from './holdings.ts'
import { history } from './history.ts'
import { eachAuthor, english, foundation, grown, pasted, RUN, Typist } from './words.ts'

const clause = ClauseId.parse('c-bench')
const root = rootName({ kind: 'clause', clause })
const SERVER = 1_000_000_007
const [ANNE, BORIS] = [2_000_000_011, 3_000_000_019]

/** Words of these two people, in this one clause. */
const policy: Policy = {
  readOnly: false,
  owns: (client) => client === ANNE || client === BORIS,
  leased: () => true,
  knownRoot: (name) => name === root,
  mayWrite: (name) => name === root,
}

/** A document behind the gate. Throws what the gate would refuse. */
function guarded() {
  const doc = new Y.Doc()
  const { update, text } = foundation(clause, SERVER)
  Y.applyUpdate(doc, update)
  doc.getXmlFragment(root)
  return {
    text,
    takes(words: Uint8Array) {
      const outcome = inspect(doc, words, { shape, limits: gateLimits })
      if (outcome.kind === 'refusal') throw new Error(`${outcome.code}: ${outcome.rule}`)
      const refusal = admit(outcome, policy)
      if (refusal !== undefined) throw new Error(`${refusal.code}: ${refusal.rule}`)
      applyInspected(doc, words, outcome, 'test')
    },
    reads: () => wordsIn(Y.encodeStateAsUpdate(doc), root),
    structs: () => Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.length,
  }
}

test('two people type in turns: the gate admits each key, and each of them has a run of their own', () => {
  const table = guarded()
  const typists = [new Typist(ANNE, table.text), new Typist(BORIS, table.text)]
  for (let key = 0; key < 300; key += 1) for (const typist of typists) table.takes(typist.next())
  expect(table.reads()).toBe('x'.repeat(600))
  expect(typists.map(({ clock }) => clock)).toEqual([300, 300])
  // Paragraph, text, and one run for each.
  expect(table.structs()).toBe(4)
})

test('a key is as small as one typed in an editor', () => {
  const typist = new Typist(ANNE, { client: SERVER, clock: 1 })
  expect([typist.next().length, typist.next().length]).toEqual([19, 18])
})

test('text grown in the middle is admitted, has its length, and stays in pieces', () => {
  const table = guarded()
  table.takes(grown(ANNE, table.text, 410))
  expect(table.reads()).toHaveLength(410 * RUN)
  expect(table.structs()).toBeGreaterThanOrEqual(410)
})

test('what is pasted piece by piece follows what was pasted before', () => {
  const table = guarded()
  table.takes(pasted(ANNE, 0, table.text, 5_000))
  table.takes(pasted(ANNE, 5_000, table.text, 7_000))
  expect(table.reads()).toBe('x'.repeat(12_000))
})

test('what is pasted instead of what was pasted before takes its place', () => {
  const table = guarded()
  table.takes(pasted(ANNE, 0, table.text, 5_000))
  table.takes(pasted(ANNE, 5_000, table.text, 7_000, 5_000))
  expect(table.reads()).toBe('x'.repeat(7_000))
})

test('english goes on from anywhere without end', () => {
  expect(english(0, 11)).toBe('The Parties')
  expect(english(1_000, 500)).toBe(english(0, 1_500).slice(1_000))
})

describe('whoever listens', () => {
  test('counts single keys, merged keys and whole documents alike', () => {
    const table = guarded()
    const typist = new Typist(ANNE, table.text)
    const keys = Array.from({ length: 40 }, () => typist.next())
    const told: (readonly [number, number, number])[] = []
    for (const update of [keys[0], keys[1], Y.mergeUpdates(keys.slice(2))])
      if (update !== undefined) eachAuthor(update, (...author) => told.push(author))
    expect(told).toEqual([
      [ANNE, 0, 1],
      [ANNE, 1, 2],
      [ANNE, 2, 40],
    ])
    const holdings = new Holdings()
    const doc = new Y.Doc()
    for (const update of [foundation(clause, SERVER).update, ...keys]) Y.applyUpdate(doc, update)
    holdings.add(Y.encodeStateAsUpdate(doc))
    expect([holdings.of(ANNE), holdings.of(SERVER), holdings.of(BORIS)]).toEqual([40, 2, 0])
    expect(holdings.cover(Y.encodeStateVector(doc))).toBe(true)
    Y.applyUpdate(doc, typist.next())
    expect(holdings.cover(Y.encodeStateVector(doc))).toBe(false)
  })

  test('counts updates of several people at once', () => {
    const table = guarded()
    const [anne, boris] = [new Typist(ANNE, table.text), new Typist(BORIS, table.text)]
    const told = new Map<number, readonly [number, number]>()
    eachAuthor(Y.mergeUpdates([anne.next(), boris.next(), boris.next()]), (client, from, to) => told.set(client, [from, to]))
    expect([...told].toSorted(([a], [b]) => a - b)).toEqual([
      [ANNE, [0, 1]],
      [BORIS, [0, 2]],
    ])
  })
})

test('the long history is always the same, fits its text, and has the figures it claims', () => {
  const keys = history()
  let length = 0
  const outside = keys.filter(({ at, character }) => {
    length += character === undefined ? -1 : 1
    return at < 0 || at > length - (character === undefined ? 0 : 1)
  })
  expect([keys.length, length, outside]).toEqual([259_778, 104_852, []])
  expect(history()).toEqual(keys)
})
