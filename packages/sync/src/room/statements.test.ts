/** What is put on record, in which order, and what the record says about the words. */
import { ClauseId, SeatId } from '@entente/agreement'
import { afterEach, expect, test } from 'vitest'
import { readServerMessage, readFrame, writeMessage } from '../frames.ts'
import { openHouse, TALKS, type Delegate, type House } from '../testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const ceasefire = ClauseId.parse('ceasefire')

async function table() {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
  const begun = (await house.entries()).length
  return {
    house,
    kestria: await house.connect('KES-head'),
    orlava: await house.connect('ORL-head'),
    /** What was put on record since. */
    said: async () => (await openedHouse().entries()).slice(begun),
  }
}

function openedHouse(): House {
  if (house === undefined) throw new Error('No house is open')
  return house
}

const status = ({ room }: Delegate, clause = ceasefire) => room.view().assessment.clauses.get(clause)?.status
const fingerprint = ({ room }: Delegate, clause = ceasefire) => room.view().readings.get(clause)?.fingerprint

test('[lapse-1] a wording is put on record before the first position on it, once', async () => {
  const { kestria, orlava, said } = await table()
  await kestria.accepts('ceasefire')
  await orlava.accepts('ceasefire')
  const entries = await said()
  expect(entries.map(({ fact }) => fact.kind)).toEqual(['wording-recorded', 'position-taken', 'position-taken'])
  expect(entries.map(({ by }) => by)).toEqual(['server', { seat: 'KES-head', party: 'KES' }, { seat: 'ORL-head', party: 'ORL' }])
  const [recorded] = entries
  expect(recorded?.fact).toMatchObject({
    clause: 'ceasefire',
    fingerprint: fingerprint(kestria),
    wording: { blocks: [{ runs: [{ text: 'Fire ceases.' }] }] },
  })
  expect(status(orlava)).toBe('agreed')
})

test('[lapse-2] an edit that takes the words from under a position is put on record with the edit, and so is their return', async () => {
  const { house, kestria, orlava, said } = await table()
  await kestria.accepts('ceasefire')
  const accepted = fingerprint(kestria)
  orlava.types('ceasefire', ' At once.')
  await house.settle()
  expect(status(kestria)).toBe('consent-lapsed')
  const [, , lapse] = await said()
  expect(lapse).toMatchObject({
    by: 'server',
    fact: { kind: 'wording-changed', clause: 'ceasefire', from: accepted, to: fingerprint(kestria), authors: ['ORL-head'] },
  })

  const changed = fingerprint(kestria)
  kestria.deletes('ceasefire', ' At once.'.length)
  await house.settle()
  expect(fingerprint(orlava)).toBe(accepted)
  expect((await said()).at(-1)?.fact).toMatchObject({ kind: 'wording-changed', from: changed, to: accepted, authors: ['KES-head'] })
  expect(status(kestria)).toBe('open')
  expect(kestria.room.view().assessment.clauses.get(ceasefire)?.blockers).toEqual([{ why: 'silent', party: 'ORL' }])
})

test('[lapse-3] words nobody has taken a position on, and words changed and changed back within one commit, leave no line', async () => {
  const { house, kestria, orlava, said } = await table()
  orlava.types('relief', ' Soon.')
  await house.settle()
  expect(await said()).toEqual([])
  await kestria.accepts('ceasefire')
  orlava.types('ceasefire', '!')
  orlava.deletes('ceasefire', 1)
  await house.settle()
  expect((await said()).map(({ fact }) => fact.kind)).toEqual(['wording-recorded', 'position-taken'])
})

test('[lapse-2] changed terms of a milestone take the words from under a position, in the name of whoever changed them', async () => {
  const { kestria, orlava, said } = await table()
  const terms = {
    title: 'Fire has ceased',
    performers: ['KES'],
    verifier: 'ORL',
    due: { on: 'day', day: '2026-12-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }
  expect(await kestria.gives('milestone.propose', { clause: 'ceasefire', terms })).toEqual({ ok: true })
  await orlava.accepts('ceasefire')
  const milestone = [...kestria.room.view().negotiation.milestones.keys()][0]
  await kestria.gives('milestone.revise', { milestone, terms: { ...terms, due: { on: 'day', day: '2026-12-02' } } })
  expect((await said()).slice(-2).map(({ fact }) => fact)).toMatchObject([
    { kind: 'milestone-revised' },
    { kind: 'wording-changed', clause: 'ceasefire', authors: ['KES-head'] },
  ])
  expect(status(orlava)).toBe('consent-lapsed')
})

test('[lapse-4] an acceptance that meets an edit: the edit came first, so nothing is recorded', async () => {
  const { house, kestria, orlava, said } = await table()
  orlava.types('ceasefire', ' At once.')
  const answer = kestria.accepts('ceasefire')
  await house.settle()
  expect(await answer).toMatchObject({ ok: false, refusal: { code: 'text-moved', clause: 'ceasefire', now: fingerprint(orlava) } })
  expect(await said()).toEqual([])
})

test('[lapse-4] an acceptance that meets an edit: the acceptance came first, so it is recorded and lapses', async () => {
  const { house, kestria, orlava, said } = await table()
  const before = fingerprint(kestria)
  const answer = kestria.accepts('ceasefire')
  orlava.types('ceasefire', ' At once.')
  await house.settle()
  expect(await answer).toEqual({ ok: true })
  expect((await said()).map(({ fact }) => fact)).toMatchObject([
    { kind: 'wording-recorded', fingerprint: before },
    { kind: 'position-taken', on: before },
    { kind: 'wording-changed', from: before, to: fingerprint(orlava), authors: ['ORL-head'] },
  ])
  expect(status(kestria)).toBe('consent-lapsed')
})

test('[lapse-4] what happened to the words stands on record before what is said next', async () => {
  const { house, kestria, orlava, said } = await table()
  await kestria.accepts('ceasefire')
  orlava.types('ceasefire', ' At once.')
  const moved = fingerprint(orlava)
  void orlava.room.submit('position.take', { clause: 'ceasefire', on: moved, position: { stance: 'accepts' } })
  await house.settle()
  expect((await said()).slice(2).map(({ fact }) => fact)).toMatchObject([
    { kind: 'wording-changed', to: moved },
    { kind: 'wording-recorded', fingerprint: moved },
    { kind: 'position-taken', on: moved },
  ])
})

test('[speak-1] a command sent twice is recorded once and answered alike, also after a restart and over HTTP', async () => {
  const { house, kestria, said } = await table()
  const command = { kind: 'command', request: 'again', name: 'thread.open', input: { clause: 'ceasefire', text: 'Which fire?' } } as const
  const answers = () =>
    kestria.socket().received.flatMap((bytes) => {
      const frame = readFrame(bytes)
      const message = frame?.kind === 'message' ? readServerMessage(frame.json) : undefined
      return message?.kind === 'answer' ? [message] : []
    })
  kestria.socket().inject(writeMessage(command))
  kestria.socket().inject(writeMessage(command))
  await house.settle()
  const seq = (await said()).map((entry) => entry.seq)
  expect(seq).toHaveLength(2)
  expect(answers()).toEqual([
    { kind: 'answer', request: 'again', ok: true, seq },
    { kind: 'answer', request: 'again', ok: true, seq },
  ])
  house.crash()
  await house.until(() => kestria.room.view().connection.is === 'live')
  kestria.socket().inject(writeMessage(command))
  await house.settle()
  expect(answers()).toEqual([{ kind: 'answer', request: 'again', ok: true, seq }])
  const { request, name, input } = command
  const overHttp = house.rooms().submit(TALKS, SeatId.parse('KES-head'), { request, name, input })
  await house.settle()
  expect(await overHttp).toEqual({ ok: true, seq })
  expect(await said()).toHaveLength(2)
})

test('[speak-2] a request id of one seat says nothing about another’s', async () => {
  const { house, kestria, orlava, said } = await table()
  for (const { socket } of [kestria, orlava])
    socket().inject(
      writeMessage({ kind: 'command', request: 'r1', name: 'thread.open', input: { clause: 'ceasefire', text: 'Which fire?' } }),
    )
  await house.settle()
  expect((await said()).filter(({ fact }) => fact.kind === 'comment-made').map(({ by }) => by)).toEqual([
    { seat: 'KES-head', party: 'KES' },
    { seat: 'ORL-head', party: 'ORL' },
  ])
})

test('[speak-3] the speaker is the seat of the connection, the time is the server’s', async () => {
  const { house, kestria, said } = await table()
  house.time.advance(90_000)
  await kestria.gives('thread.open', { clause: 'ceasefire', text: 'Which fire?' })
  const entries = await said()
  expect(entries.map(({ by }) => by)).toEqual([
    { seat: 'KES-head', party: 'KES' },
    { seat: 'KES-head', party: 'KES' },
  ])
  expect(entries[0]?.at).toMatch(/^2026-11-09T09:01:30/)
  expect(await kestria.gives('round.open', { label: 'One' })).toEqual({ ok: false, refusal: { code: 'not-permitted', power: 'preside' } })
})

test('[speak-4] a new clause begins with one empty paragraph, so that two who type at once type in the same', async () => {
  const { house, kestria, orlava } = await table()
  expect(await kestria.gives('clause.add', { section: 'I', kind: 'operative', heading: 'Access' })).toEqual({ ok: true })
  const added = ClauseId.parse(kestria.room.view().negotiation.clauses.find(({ heading }) => heading === 'Access')?.clause)
  kestria.types(added, 'Convoys pass.')
  orlava.types(added, 'Roads open.')
  await house.settle()
  expect(orlava.fragment(`clause/${added}`).length).toBe(1)
  expect(orlava.reads(added)).toBe(kestria.reads(added))
  expect(kestria.room.view().readings.get(added)?.wording.heading).toBe('Access')
})

test('commands faster than a person gives them are not tried', async () => {
  house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.' }, { limits: { commandBurst: 2, commandsPerSecond: 1 } })
  const kestria = await house.connect('KES-head')
  const answers = Promise.all(['one', 'two', 'three'].map((text) => kestria.room.submit('thread.open', { clause: 'ceasefire', text })))
  await house.settle()
  expect(await answers).toEqual([{ ok: true }, { ok: true }, { ok: false, refusal: { code: 'rate-limited' } }])
})
