/** A room that nobody writes in keeps its text as bytes, and nobody notices. */
import { plainText, readText, shape, writeText } from '@entente/draft'
import { doc as paragraphs, p } from '@entente/draft/testing'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateLimits, inspect } from '../gate/index.ts'
import { openHouse, TALKS, type House } from '../testing.ts'
import { FOLD_AFTER, foldingDoc, REST_AFTER } from './folding.ts'
import { manualTime } from '../testing/manual-time.ts'
import { openWords } from './words.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

test('[room-23] a room in which nobody writes is read from bytes, and written in again as if nothing had been', async () => {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
  const kestria = await house.connect('KES-head')
  kestria.types('ceasefire', ' At once.')
  kestria.deletes('relief', 1)
  await house.settle()
  for (let round = 1; round <= 3; round += 1) {
    house.time.advance(FOLD_AFTER + 2_000)
    await house.settle()
    // Somebody with nothing in hand, somebody who comes back with everything, and somebody who speaks to words at rest.
    const orlava = await house.connect('ORL-head')
    expect([orlava.reads('ceasefire'), orlava.reads('relief')]).toEqual([kestria.reads('ceasefire'), kestria.reads('relief')])
    house.network.cut('KES-head')
    await house.until(() => kestria.room.view().connection.is === 'live')
    expect((await orlava.accepts('ceasefire')).ok).toBe(true)
    house.time.advance(FOLD_AFTER + 2_000)
    await house.settle()
    orlava.types('ceasefire', ` ${round}`)
    kestria.types('relief', ` ${round}`)
    await house.settle()
    expect(kestria.reads('ceasefire')).toBe(orlava.reads('ceasefire'))
    expect(kestria.reads('relief')).toBe(orlava.reads('relief'))
    expect([kestria.room.view().unsaved, orlava.room.view().unsaved]).toEqual([0, 0])
    orlava.room.close()
    await house.settle()
  }
  expect(kestria.reads('ceasefire')).toBe('Fire ceases. At once. 1 2 3')
  expect(kestria.reads('relief')).toBe('Relief begins 1 2 3')
  // Consent given to words at rest lapsed with the words, and it is on record whose hand it was.
  const lapses = (await house.entries()).flatMap(({ fact }) => (fact.kind === 'wording-changed' ? [fact.authors] : []))
  expect(lapses).toEqual([['ORL-head'], ['ORL-head'], ['ORL-head']])
  expect(house.log.filter(({ event }) => event === 'room-fenced')).toEqual([])
  const read = house.rooms().read(TALKS, ({ doc }) => plainText(readText(doc.getXmlFragment('clause/relief'))))
  await house.settle()
  expect(await read).toEqual({ ok: true, result: 'Relief begins 1 2 3' })
  house.time.advance(FOLD_AFTER + 2_000)
  await house.settle()
  const readings = house.rooms().read(TALKS, (reading) => Array.from(reading.readings.values(), ({ text }) => plainText(text)))
  await house.settle()
  expect(await readings).toEqual({ ok: true, result: ['Fire ceases. At once. 1 2 3', 'Relief begins 1 2 3'] })
})

test('[room-23] the document goes after a while in which nobody needed it, and comes back the same', () => {
  const time = manualTime()
  const doc = new Y.Doc()
  let built = 0
  const folding = foldingDoc({ doc, state: undefined, time, letGo: () => true, built: () => (built += 1) })
  const text = (of: Y.Doc) => of.getXmlFragment('clause/ceasefire')
  writeText(text(doc), paragraphs(p('Fire ceases.'), p('At once.')))
  text(doc).delete(1, 1)
  const [state, vector] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
  time.advance(FOLD_AFTER - 1)
  expect(plainText(readText(text(folding.open())))).toBe('Fire ceases.')
  time.advance(FOLD_AFTER - 1)
  expect(folding.isOpen()).toBe(true)
  time.advance(1)
  expect(folding.isOpen()).toBe(false)
  expect([folding.state(), folding.stateVector(), folding.since(Uint8Array.of(0))]).toEqual([state, vector, state])
  expect([folding.isOpen(), built]).toEqual([false, 0])
  expect(plainText(readText(text(folding.open())))).toBe('Fire ceases.')
  expect([folding.isOpen(), built, folding.open() === doc]).toEqual([true, 1, false])
  folding.close()
  expect(time.next()).toBeUndefined()
})

test('[room-23] a document that was only looked through goes soon, unless somebody needs it', () => {
  const time = manualTime()
  const built: Y.Doc[] = []
  const folding = foldingDoc({ doc: new Y.Doc(), state: undefined, time, letGo: () => true, built: (doc) => built.push(doc) })
  folding.open()
  folding.rest()
  time.advance(REST_AFTER - 1)
  expect(folding.isOpen()).toBe(true)
  time.advance(1)
  expect(folding.isOpen()).toBe(false)
  expect(folding.open()).toBe(built[0])
  folding.rest()
  time.advance(REST_AFTER - 1)
  folding.open()
  time.advance(REST_AFTER)
  expect(folding.isOpen()).toBe(true)
  time.advance(FOLD_AFTER)
  expect(folding.isOpen()).toBe(false)
  folding.close()
  expect(time.next()).toBeUndefined()
})

test('all of an open document is encoded once for all who ask, until it changes', () => {
  const doc = new Y.Doc()
  const folding = foldingDoc({ doc, state: undefined, time: manualTime(), letGo: () => true, built: () => undefined })
  const before = folding.state()
  expect(folding.state()).toBe(before)
  writeText(doc.getXmlFragment('clause/ceasefire'), paragraphs(p('Fire ceases.')))
  folding.changed()
  expect(folding.state()).toEqual(Y.encodeStateAsUpdate(doc))
  folding.close()
})

test('[room-23] whoever comes with nothing to say needs no document, and is answered as the gate would', () => {
  const time = manualTime()
  const options = {
    doc: new Y.Doc(),
    state: undefined,
    client: 1,
    characters: 1_000,
    time,
    applied: () => undefined,
    folding: () => undefined,
  }
  const words = openWords(options)
  words.rest()
  time.advance(REST_AFTER)
  expect(words.isOpen()).toBe(false)
  const [nothing, rules] = [Uint8Array.of(0, 0), { shape, limits: gateLimits }]
  expect(words.inspect(nothing, rules)).toEqual(inspect(new Y.Doc(), nothing, rules))
  expect(words.isOpen()).toBe(false)
  expect(words.inspect(Uint8Array.of(0, 0, 0), rules)).toMatchObject({ kind: 'refusal', code: 'malformed' })
  words.close()
})
