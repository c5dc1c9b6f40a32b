import { ClauseId, type Negotiation, type Readings } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, randomOf } from './acts.testing.ts'
import { copyOf, edit } from './editing.testing.ts'
import { plainText } from './plain.ts'
import { readRoot } from './read.ts'
import { readingCache } from './reading-cache.ts'
import { readingsOf } from './readings.ts'
import { bold, bracket, doc, p, table } from './testing.ts'

const ceasefire = ClauseId.parse('ceasefire')
const relief = ClauseId.parse('relief')
const talks = () => negotiation('KES ORL', { ceasefire: '', relief: '', zone: '' })
const words = () => table({ 'clause/ceasefire': doc(p('Fire ceases.')), 'clause/relief': doc(p('Relief ', bracket('begins'), '.')) })

test('every standing clause has a reading, also one in which nobody has written', () => {
  const { negotiation: state } = talks()
  const shared = words()
  const roots = shared.share.size
  const readings = readingsOf(shared, state)
  expect(Array.from(readings, ([clause, { wording, openBrackets }]) => [clause, plainText(wording), openBrackets])).toEqual([
    ['ceasefire', 'Fire ceases.', 0],
    ['relief', 'Relief [begins].', 1],
    ['zone', '', 0],
  ])
  expect(readings.get(ceasefire)?.wording.heading).toBe('ceasefire')
  expect(readRoot(shared, { kind: 'clause', clause: ClauseId.parse('zone') })).toEqual([])
  expect(shared.share.size).toBe(roots)
})

test('a bracket over several runs counts once', () => {
  const { negotiation: state } = talks()
  const shared = table({
    'clause/ceasefire': doc(p(bracket('Fire '), bracket(bold('ceases')), ' ', bracket('now', 'linked', 'b2')), p(bracket('or later'))),
  })
  expect(readingsOf(shared, state).get(ceasefire)?.openBrackets).toBe(2)
})

test('what did not change stays the same object', () => {
  const talking = talks()
  const shared = words()
  const cache = readingCache()
  const first = cache.readings(shared, talking.negotiation)
  expect(cache.readings(shared, talking.negotiation)).toBe(first)
  shared.getXmlFragment('clause/ceasefire').insert(0, [new Y.XmlElement('paragraph')])
  shared.getXmlFragment('clause/ceasefire').delete(0, 1)
  shared.getXmlFragment('translation/fr/ceasefire').insert(0, [new Y.XmlElement('paragraph')])
  expect(cache.readings(shared, talking.negotiation)).toBe(first)
  talking.write({ kind: 'clause-retitled', clause: relief, heading: 'Humanitarian relief' })
  const second = cache.readings(shared, talking.negotiation)
  expect(second.get(ceasefire)).toBe(first.get(ceasefire))
  expect(second.get(relief)?.fingerprint).not.toBe(first.get(relief)?.fingerprint)
})

test('revised terms are read again', () => {
  const talking = talks()
  const shared = words()
  const cache = readingCache()
  expect(talking.as('KES').gives('milestone.propose', { clause: 'ceasefire', terms: terms(1) })).toBeUndefined()
  const [milestone] = talking.negotiation.milestones.keys()
  const before = cache.readings(shared, talking.negotiation).get(ceasefire)
  expect(talking.as('KES').gives('milestone.revise', { milestone, terms: terms(2) })).toBeUndefined()
  expect(cache.readings(shared, talking.negotiation).get(ceasefire)?.fingerprint).not.toBe(before?.fingerprint)
})

test('[wording-9] readings kept up to date are the readings', () => {
  const reached = { records: 0, readings: 0 }
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = randomOf(seed)
    const talking = talks()
    const shared = words()
    const cache = readingCache()
    let lastRecord: Negotiation | undefined
    let last: Readings | undefined
    for (let step = 0; step < 40; step += 1) {
      const act = random(9)
      const remote = copyOf(shared, 1_000 * seed + step)
      if (act < 5) edit(act < 2 ? remote : shared, (tr) => change(tr, random))
      if (act === 5) talking.as('KES').gives('clause.retitle', { clause: 'ceasefire', heading: `Heading ${random(3)}` })
      if (act === 6) talking.as('CHR').gives(random(2) === 0 ? 'clause.withdraw' : 'clause.restore', { clause: 'ceasefire' })
      if (act === 7) talking.as('KES').gives('milestone.propose', { clause: 'ceasefire', terms: terms(random(3)) })
      if (act === 8) talking.as('KES').gives('clause.move', { clause: 'relief', section: 'I', ...(random(2) === 0 && { after: 'zone' }) })
      Y.applyUpdate(shared, Y.encodeStateAsUpdate(remote, Y.encodeStateVector(shared)))
      const now = cache.readings(shared, talking.negotiation)
      if (JSON.stringify([...now]) !== JSON.stringify([...readingsOf(shared, talking.negotiation)]))
        throw new Error(`Broken with seed ${seed}, step ${step}`)
      if (talking.negotiation !== lastRecord) reached.records += 1
      if (now !== last) reached.readings += 1
      lastRecord = talking.negotiation
      last = now
    }
  }
  expect(reached.records).toBeGreaterThan(100)
  expect(reached.readings).toBeGreaterThan(100)
})

test('another document is read anew, and the first no longer listened to', () => {
  const { negotiation: state } = talks()
  const cache = readingCache()
  const [first, second] = [words(), table({ 'clause/ceasefire': doc(p('Fire ceases at midnight.')) })]
  cache.readings(first, state)
  const now = cache.readings(second, state)
  expect(first._observers.get('afterTransaction')?.size ?? 0).toBe(0)
  expect(now).toEqual(readingsOf(second, state))
  edit(first, (tr) => tr.delete(0, tr.doc.content.size))
  expect(cache.readings(second, state)).toBe(now)
  expect(cache.readings(first, state)).toEqual(readingsOf(first, state))
})

function terms(days: number) {
  return {
    title: `Step ${days}`,
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'day', day: `2026-12-0${days + 1}` },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }
}
