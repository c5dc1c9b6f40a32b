/** What the server puts on record by itself when a deadline runs out: after restarts, and whether or not somebody is there. */
import { ClauseId, hoursAfter, type Negotiation } from '@entente/agreement'
import { afterEach, expect, test } from 'vitest'
import { openHouse, TALKS, type Delegate, type House } from '../testing.ts'
import { timestamp } from './time.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const HOUR = 3_600_000
const a = ClauseId.parse('a')

async function table() {
  const opened = await openHouse('KES ORL', { a: 'The Partys agree.', b: 'B.' })
  house = opened
  return {
    house: opened,
    in: (hours: number) => hoursAfter(timestamp(opened.time), hours),
    pass: async (hours: number) => {
      opened.time.advance(hours * HOUR)
      await opened.settle()
    },
    ask: async <Answer>(look: (negotiation: Negotiation) => Answer) => {
      const read = opened.rooms().read(TALKS, ({ negotiation }) => look(negotiation))
      await opened.settle()
      const answer = await read
      if (!answer.ok) throw new Error(answer.unavailable)
      return answer.result
    },
  }
}

const status = ({ room }: Delegate) => room.view().assessment.clauses.get(a)?.status
const outcome = ({ silences }: Negotiation) => [...silences.values()].at(-1)?.ended?.outcome

test('[duty-1] silence runs out although everybody has left, and consent to the wording is on record', async () => {
  const { house: talks, in: after, pass, ask } = await table()
  const chair = await talks.connect('CHR-head')
  expect(await chair.gives('silence.open', { clauses: ['a'], closesAt: after(72) })).toEqual({ ok: true })
  chair.room.close()
  await pass(71)
  expect(await ask(outcome)).toBeUndefined()
  await pass(2)
  expect(await ask(outcome)).toBe('not-broken')
  expect(status(await talks.connect('KES-head'))).toBe('agreed')
})

test('[duty-2] a deadline survives a restart; away for longer than the grace period, nothing is adopted', async () => {
  const { house: talks, in: after, pass, ask } = await table()
  const open = async (clause: string) => {
    const chair = await talks.connect('CHR-head')
    expect(await chair.gives('silence.open', { clauses: [clause], closesAt: after(72) })).toEqual({ ok: true })
    chair.room.close()
  }
  await open('a')
  talks.crash({ from: after(0), until: after(0.1) })
  await pass(73)
  expect(await ask(outcome)).toBe('not-broken')
  await open('b')
  const from = after(1)
  await pass(12)
  talks.crash({ from, until: after(0) })
  expect(await ask(outcome)).toBe('interrupted')
  await open('b')
  await pass(73)
  expect(await ask(outcome)).toBe('not-broken')
})

test('[duty-3] an edit ends silence with the edit, in the same commit', async () => {
  const { house: talks, in: after, ask } = await table()
  const [chair, kestria] = [await talks.connect('CHR-head'), await talks.connect('KES-head')]
  await chair.gives('silence.open', { clauses: ['a', 'b'], closesAt: after(72) })
  kestria.types('b', ' More.')
  await talks.settle()
  expect(await ask(outcome)).toBe('overtaken')
})

test('[duty-4] an acceptance ad referendum lapses when its time runs out', async () => {
  const { house: talks, in: after, pass } = await table()
  const [kestria, orlava] = [await talks.connect('KES-head'), await talks.connect('ORL-head')]
  await kestria.accepts('a')
  const on = orlava.room.view().readings.get(a)?.fingerprint
  await orlava.gives('position.take', { clause: 'a', on, position: { stance: 'accepts-ad-referendum', confirmBy: after(24) } })
  expect(status(kestria)).toBe('agreed-ad-referendum')
  await pass(25)
  expect(status(kestria)).toBe('consent-lapsed')
})

test('[duty-5] a correction nobody objects to is made in the text, and consent stays', async () => {
  const { house: talks, in: after, pass } = await table()
  const [chair, kestria, orlava] = [await talks.connect('CHR-head'), await talks.connect('KES-head'), await talks.connect('ORL-head')]
  await kestria.accepts('a')
  await orlava.accepts('a')
  const on = chair.room.view().readings.get(a)?.fingerprint
  const quote = { exact: 'Partys', prefix: 'The ', suffix: ' agree', offset: 4 }
  await chair.gives('correction.propose', { clause: 'a', on, quote, replacement: 'Parties', reason: 'Spelling.', closesAt: after(24) })
  await pass(25)
  expect(kestria.reads('a')).toBe('The Parties agree.')
  expect(status(kestria)).toBe('agreed')
  expect(status(orlava)).toBe('agreed')
})
