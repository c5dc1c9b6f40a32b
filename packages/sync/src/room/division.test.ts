/** Clauses split and joined in a room: the words go over in the commit of the statement, while others type. */
import { AmendmentId, bracketsIn, ClauseId, type BracketId } from '@entente/agreement'
import { plainText, readText } from '@entente/draft'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openHouse, type Delegate, type House } from '../testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const CEASE = 'All fire shall cease at noon. '
const LEAVE = 'Troops shall leave the village.'
const fire = ClauseId.parse('fire')

async function table() {
  house = await openHouse('KES ORL', { fire: `${CEASE}${LEAVE}`, relief: 'Relief begins.' })
  const [kestria, orlava, chair] = [await house.connect('KES-head'), await house.connect('ORL-head'), await house.connect('CHR-head')]
  return { house, kestria, orlava, chair }
}

const on = ({ room }: Delegate, clause: string) => room.view().readings.get(ClauseId.parse(clause))?.fingerprint
const standing = ({ room }: Delegate, clause: string, party: string) =>
  [...(room.view().assessment.clauses.get(ClauseId.parse(clause))?.standings ?? [])].find(([one]) => one === party)?.[1].is
const splits = (chair: Delegate) => chair.gives('clause.split', { clause: fire, on: on(chair, fire), at: CEASE.length })
const order = ({ room }: Delegate) =>
  room
    .view()
    .negotiation.clauses.filter((one) => one.standing.is === 'standing')
    .map(({ clause }) => clause)

function wordsOf(delegate: Delegate, root: string): Y.XmlText {
  const [paragraph] = delegate.fragment(root).toArray()
  const [text] = paragraph instanceof Y.XmlElement ? paragraph.toArray() : []
  if (!(text instanceof Y.XmlText)) throw new Error(`${root} has no words`)
  return text
}

test('[structure-12] a split stands in the text with the statement, for everybody and after a crash; joining brings consent back', async () => {
  const { house, kestria, orlava, chair } = await table()
  await kestria.accepts('fire')
  const { head } = chair.room.view().record
  expect(await splits(chair)).toEqual({ ok: true })
  const into = order(chair)[1] ?? ''
  for (const delegate of [kestria, orlava, chair]) {
    expect([delegate.reads('fire'), delegate.reads(into)]).toEqual([CEASE, LEAVE])
    expect([standing(delegate, 'fire', 'KES'), standing(delegate, into, 'KES')]).toEqual(['lapsed', 'none'])
  }
  const told = (await house.entries()).slice(head.seq).map(({ fact, by }) => [fact.kind, by === 'server' ? by : by.party])
  expect(told).toEqual([
    ['clause-added', 'CHR'],
    ['clause-split', 'CHR'],
    ['wording-changed', 'server'],
  ])
  house.crash()
  await house.until(() => chair.room.view().connection.is === 'live')
  expect(chair.reads(into)).toBe(LEAVE)
  await chair.gives('clause.join', { clause: fire, next: into, on: on(chair, fire), of: on(chair, into), seam: 'as-before' })
  expect([orlava.reads('fire'), standing(orlava, 'fire', 'KES')]).toEqual([`${CEASE}${LEAVE}`, 'current'])
})

test('[structure-13] what is typed at the same moment in the words that stay is kept; in a clause that was joined it is refused and kept for its author', async () => {
  const { house, kestria, orlava, chair } = await table()
  // In the same tick, before anybody has heard of the other.
  const splitting = splits(chair)
  wordsOf(kestria, 'clause/fire').insert(4, 'hostile ')
  expect(await splitting).toEqual({ ok: true })
  await house.settle()
  const into = order(chair)[1] ?? ''
  for (const delegate of [kestria, orlava, chair])
    expect([plainText(readText(delegate.fragment('clause/fire'))), delegate.reads(into)]).toEqual([`All hostile ${CEASE.slice(4)}`, LEAVE])
  const joining = chair.gives('clause.join', {
    clause: into,
    next: 'relief',
    on: on(chair, into),
    of: on(chair, 'relief'),
    seam: 'apart',
  })
  wordsOf(orlava, 'clause/relief').insert(0, 'Soon: ')
  await joining
  await house.until(() => orlava.room.view().refused.length > 0)
  expect(orlava.room.view().refused).toMatchObject([{ root: 'clause/relief', text: 'Soon: Relief begins.' }])
  for (const delegate of [kestria, orlava, chair]) expect(delegate.reads(into)).toBe(`${LEAVE}\nRelief begins.`)
})

test('[structure-15] a clause that is moved while others type in it keeps what they type, wherever it stands then', async () => {
  const { house, kestria, orlava, chair } = await table()
  const moving = chair.gives('clause.move', { clause: 'relief', section: 'I' })
  wordsOf(kestria, 'clause/relief').insert(0, 'At once: ')
  wordsOf(orlava, 'clause/relief').insert('Relief begins.'.length, ' Daily.')
  expect(await moving).toEqual({ ok: true })
  await house.settle()
  for (const delegate of [kestria, orlava, chair]) {
    expect(order(delegate)).toEqual(['relief', 'fire'])
    expect(plainText(readText(delegate.fragment('clause/relief')))).toBe('At once: Relief begins. Daily.')
  }
})

test('[structure-7] an amendment of the words that go elsewhere is an amendment of the other clause, and says the same there', async () => {
  const { kestria, chair } = await table()
  await kestria.gives('amendment.table', {
    clause: fire,
    on: on(kestria, fire),
    text: [{ type: 'paragraph', runs: [{ text: `${CEASE}Troops shall leave the village within a day.` }] }],
  })
  const amendment = AmendmentId.parse([...kestria.room.view().negotiation.amendments.keys()][0])
  await splits(chair)
  const into = ClauseId.parse(order(chair)[1])
  const { negotiation, amended } = kestria.room.view()
  expect(negotiation.amendments.get(amendment)).toMatchObject({ clause: into })
  expect(amended.get(amendment)).toMatchObject({ changes: 1, conflicts: 0 })
  await chair.gives('amendment.incorporate', { amendment, on: on(chair, into), of: amended.get(amendment)?.fingerprint })
  expect([chair.reads('fire'), chair.reads(into)]).toEqual([CEASE, 'Troops shall leave the village within a day.'])
  await chair.gives('clause.join', { clause: fire, next: into, on: on(chair, fire), of: on(chair, into), seam: 'running' })
  expect(chair.reads('fire')).toBe(`${CEASE}Troops shall leave the village within a day.`)
})

test('[structure-7] a bracket that the cut goes through is two, each with what was said of it; joined again it is the one there was', async () => {
  const { house, kestria, chair } = await table()
  wordsOf(kestria, 'clause/fire').format(CEASE.length - 5, 10, { bracket: { id: 'b1', kind: 'contested' } })
  await house.settle()
  await chair.gives('bracket.attribute', { clause: fire, bracket: 'b1', kind: 'contested', parties: ['KES'] })
  const brackets = (clause: string) => bracketsIn(chair.room.view().readings.get(ClauseId.parse(clause))?.text ?? [])
  const said = (bracket: BracketId | undefined) => bracket && chair.room.view().negotiation.brackets.get(bracket)
  const before = on(chair, fire)
  await splits(chair)
  const into = order(chair)[1] ?? ''
  const [first, second] = [brackets(fire), brackets(into)]
  expect([first.length, second.length, first[0], second[0] === first[0]]).toEqual([1, 1, 'b1', false])
  expect([said(first[0]), said(second[0])]).toMatchObject([
    { clause: fire, parties: ['KES'] },
    { clause: into, parties: ['KES'] },
  ])
  await chair.gives('clause.join', { clause: fire, next: into, on: on(chair, fire), of: on(chair, into), seam: 'as-before' })
  expect([brackets(fire), on(chair, fire)]).toEqual([['b1'], before])
  await chair.gives('clause.duplicate', { clause: fire, on: on(chair, fire) })
  const copy = order(chair)[1] ?? ''
  expect(brackets(copy)).not.toEqual(['b1'])
  expect(said(brackets(copy)[0])).toMatchObject({ clause: copy, parties: ['KES'] })
})
