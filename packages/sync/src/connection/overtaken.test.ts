/** Words typed in a paragraph that somebody else removes or moves at the same moment: what becomes of them, for every way a paragraph can go. */
import { AmendmentId, ClauseId } from '@entente/agreement'
import { INSET, rewriteText, type Text } from '@entente/draft'
import { doc as text, p } from '@entente/draft/testing'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { memoryDevice, openHouse, type Delegate, type House } from '../testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const CEASE = 'All fire shall cease at noon.'
const LEAVE = 'Troops shall leave the village.'
const fire = ClauseId.parse('fire')

/** A clause of two paragraphs, and three people who have it. */
async function table() {
  house = await openHouse('KES ORL', { fire: CEASE, relief: 'Relief begins.' })
  const device = memoryDevice()
  const [kestria, orlava, chair] = [
    await house.connect('KES-head', { device }),
    await house.connect('ORL-head'),
    await house.connect('CHR-head'),
  ]
  chair.fragment('clause/fire').insert(1, [paragraph(LEAVE)])
  await house.settle()
  return { house, device, kestria, orlava, chair }
}

function paragraph(words: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [new Y.XmlText(words)])
  return made
}

function wordsOf(delegate: Delegate, root: string, at = 0): Y.XmlText {
  const block = delegate.fragment(root).get(at)
  const words = block instanceof Y.XmlElement ? block.get(0) : undefined
  if (!(words instanceof Y.XmlText)) throw new Error(`${root} has no words there`)
  return words
}

/** What Backspace does at the beginning of the second paragraph, in the editor's binding: its words are written again behind the first. */
function joinsParagraphs(delegate: Delegate): void {
  delegate.room.doc().transact(() => {
    delegate.fragment('clause/fire').delete(1, 1)
    wordsOf(delegate, 'clause/fire').insert(CEASE.length, ` ${LEAVE}`)
  })
}

/** A person comes back after a while without a connection, in which something was done. */
async function without({ house, kestria }: Awaited<ReturnType<typeof table>>, meanwhile: () => unknown): Promise<void> {
  house.network.block(true)
  house.network.cut('KES-head')
  await house.settle()
  await meanwhile()
  await house.settle()
  house.network.block(false)
  await house.until(() => isLive(kestria))
  await house.settle()
}

const isLive = ({ room }: Delegate) => room.view().connection.is === 'live'
const on = ({ room }: Delegate, clause: string) => room.view().readings.get(ClauseId.parse(clause))?.fingerprint
const order = ({ room }: Delegate) =>
  room
    .view()
    .negotiation.clauses.filter((one) => one.standing.is === 'standing')
    .map(({ clause }) => clause)
const splits = (chair: Delegate) => chair.gives('clause.split', { clause: fire, on: on(chair, 'fire'), at: CEASE.length + 1 })
const kept = ({ room }: Delegate) => room.view().overtaken.map(({ root, stretches }) => [root, said(stretches)])
const said = (stretches: readonly { readonly text: string; readonly typed: boolean }[]) =>
  stretches.map(({ text, typed }) => (typed ? `<${text}>` : text)).join('')
const LOST = [['clause/fire', 'Troops shall leave the <burnt >village.']]

test('[copy-15] a clause is split: what was typed in the paragraph that goes over comes back to who typed it, and everybody has the same text', async () => {
  const { house, kestria, orlava, chair } = await table()
  const splitting = splits(chair)
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  expect(await splitting).toEqual({ ok: true })
  await house.settle()
  expect(kept(kestria)).toEqual(LOST)
  expect(kestria.room.view()).toMatchObject({ unsaved: 0, refused: [] })
  for (const delegate of [kestria, orlava, chair])
    expect([delegate.reads('fire'), delegate.reads(order(chair)[1] ?? '')]).toEqual([CEASE, LEAVE])
  expect([kept(orlava), kept(chair)]).toEqual([[], []])
  kestria.room.dismiss(kestria.room.view().overtaken[0]?.id ?? '')
  expect(kept(kestria)).toEqual([])
})

test('[copy-15] a clause is split: what the server had when it was split has gone over, and nothing is kept', async () => {
  const { house, kestria, chair } = await table()
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  await house.settle()
  expect(await splits(chair)).toEqual({ ok: true })
  expect([kestria.reads(order(chair)[1] ?? ''), kept(kestria)]).toEqual(['Troops shall leave the burnt village.', []])
})

test('[copy-15] paragraphs are joined by Backspace: words on their way are kept, whichever of the two the server has first', async () => {
  const first = await table()
  joinsParagraphs(first.orlava)
  wordsOf(first.kestria, 'clause/fire', 1).insert(23, 'burnt ')
  await first.house.settle()
  expect(kept(first.kestria)).toEqual(LOST)
  await first.house.close()
  const second = await table()
  wordsOf(second.kestria, 'clause/fire', 1).insert(23, 'burnt ')
  joinsParagraphs(second.orlava)
  await second.house.settle()
  expect(kept(second.kestria)).toEqual(LOST)
  for (const { kestria, orlava, chair } of [second])
    for (const delegate of [kestria, orlava, chair]) expect(delegate.reads('fire')).toBe(`${CEASE} ${LEAVE}`)
  expect(kept(second.orlava)).toEqual([])
})

test('[copy-15] somebody comes back after a long time and removes a paragraph in which others have typed, and been saved, meanwhile', async () => {
  const all = await table()
  const { house, kestria, orlava } = all
  await without(all, async () => {
    kestria.fragment('clause/fire').delete(1, 1)
    wordsOf(orlava, 'clause/fire', 1).insert(23, 'burnt ')
    await house.settle()
    expect(orlava.room.view().unsaved).toBe(0)
  })
  expect(kept(orlava)).toEqual(LOST)
  expect([orlava.reads('fire'), kestria.reads('fire')]).toEqual([CEASE, CEASE])
})

test('[copy-15] words typed without a connection in a paragraph that went meanwhile come back on return', async () => {
  const all = await table()
  await without(all, async () => {
    wordsOf(all.kestria, 'clause/fire', 1).insert(23, 'burnt ')
    expect(await splits(all.chair)).toEqual({ ok: true })
  })
  expect(kept(all.kestria)).toEqual(LOST)
  expect(all.kestria.room.view()).toMatchObject({ unsaved: 0, refused: [] })
})

test('[copy-15] words kept on the device for a paragraph that went meanwhile come back after the page was loaded again', async () => {
  const { house, device, kestria, chair } = await table()
  house.network.block(true)
  house.network.cut('KES-head')
  await house.settle()
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'rnt ')
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'bu')
  wordsOf(kestria, 'clause/fire', 0).insert(0, 'Now: ')
  // Taken back at once: not lost.
  wordsOf(kestria, 'clause/fire', 1).insert(0, 'All ')
  wordsOf(kestria, 'clause/fire', 1).delete(0, 4)
  kestria.room.close()
  await house.until(() => device.records().length === 1)
  house.network.block(false)
  await house.until(() => isLive(chair))
  expect(await splits(chair)).toEqual({ ok: true })
  const again = await house.connect('KES-head', { device })
  await house.until(() => again.room.view().overtaken.length > 0)
  await house.settle()
  expect(kept(again)).toEqual([['clause/fire', '<rnt > … <bu>']])
  expect([again.reads('fire'), chair.reads('fire')]).toEqual([`Now: ${CEASE}`, `Now: ${CEASE}`])
  await house.until(() => device.records().length === 0)
})

test('[copy-16] what somebody has read and removes, and what a person removes oneself, is not kept', async () => {
  const all = await table()
  const { house, kestria, orlava } = all
  const words = wordsOf(kestria, 'clause/fire', 1)
  words.insert(23, 'burnt ')
  await house.settle()
  orlava.fragment('clause/fire').delete(1, 1)
  await house.settle()
  kestria.fragment('clause/fire').insert(1, [paragraph('Mistake.')])
  kestria.fragment('clause/fire').delete(1, 1)
  await without(all, () => {
    kestria.fragment('clause/fire').insert(1, [paragraph('Of one who is away.')])
    wordsOf(kestria, 'clause/fire').insert(0, 'Typed and taken back.')
    wordsOf(kestria, 'clause/fire').delete(0, 21)
    kestria.fragment('clause/fire').delete(1, 1)
  })
  expect([kept(kestria), kept(orlava)]).toEqual([[], []])
  expect(orlava.reads('fire')).toBe(CEASE)
})

test('[copy-16] what a person was told is saved, and somebody who had it removed while the person was away, is not kept', async () => {
  const all = await table()
  wordsOf(all.kestria, 'clause/fire', 1).insert(23, 'burnt ')
  await all.house.settle()
  await without(all, () => all.orlava.fragment('clause/fire').delete(1, 1))
  expect([kept(all.kestria), all.kestria.reads('fire')]).toEqual([[], CEASE])
})

test('[copy-16] of words the server has without having said so, nobody can tell whether they were read: they are kept', async () => {
  const { house, kestria, orlava } = await table()
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  house.network.deliverUp()
  house.network.lose('KES-head')
  house.network.block(true)
  await house.settle()
  expect([orlava.reads('fire'), kestria.room.view().unsaved]).toEqual([`${CEASE}\nTroops shall leave the burnt village.`, 1])
  orlava.fragment('clause/fire').delete(1, 1)
  await house.settle()
  house.network.block(false)
  await house.until(() => isLive(kestria))
  await house.settle()
  expect(kept(kestria)).toEqual(LOST)
})

test('[copy-15] an amendment that leaves out the paragraph is taken in: what was typed in it at the same moment is kept', async () => {
  const { house, kestria, orlava, chair } = await table()
  await orlava.gives('amendment.table', { clause: fire, on: on(orlava, 'fire'), text: text(p(CEASE)) })
  const amendment = AmendmentId.parse([...orlava.room.view().negotiation.amendments.keys()][0])
  const of = chair.room.view().amended.get(amendment)?.fingerprint
  const taking = chair.gives('amendment.incorporate', { amendment, on: on(chair, 'fire'), of })
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  expect(await taking).toEqual({ ok: true })
  await house.settle()
  expect([kept(kestria), orlava.reads('fire')]).toEqual([LOST, CEASE])
})

test('[copy-15] an earlier wording is put back: what was typed at the same moment in what it does not have is kept', async () => {
  const { house, kestria, orlava } = await table()
  const earlier: Text = text(p(CEASE))
  rewriteText(orlava.fragment('clause/fire'), earlier)
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  await house.settle()
  expect([kept(kestria), kestria.reads('fire')]).toEqual([LOST, CEASE])
})

test('[copy-15] a copy of a clause is made: what was typed at the same moment stays in the clause, and nothing is kept', async () => {
  const { house, kestria, chair } = await table()
  const copying = chair.gives('clause.duplicate', { clause: fire, on: on(chair, 'fire') })
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  expect(await copying).toEqual({ ok: true })
  await house.settle()
  expect([kept(kestria), chair.reads('fire')]).toEqual([[], `${CEASE}\nTroops shall leave the burnt village.`])
})

test('[copy-15] a clause is joined to the one before, or withdrawn: what was typed in it at the same moment is refused, and is a draft', async () => {
  const { house, kestria, orlava, chair } = await table()
  const joining = chair.gives('clause.join', {
    clause: fire,
    next: 'relief',
    on: on(chair, 'fire'),
    of: on(chair, 'relief'),
    seam: 'apart',
  })
  wordsOf(orlava, 'clause/relief').insert(0, 'Soon: ')
  expect(await joining).toEqual({ ok: true })
  await house.until(() => orlava.room.view().refused.length > 0)
  const refused = [{ root: 'clause/relief', text: 'Soon: Relief begins.', code: 'forbidden-root' }]
  expect(orlava.room.view()).toMatchObject({ overtaken: [], refused })
  const leaving = chair.gives('clause.withdraw', { clause: fire, reason: 'No longer needed.' })
  wordsOf(kestria, 'clause/fire', 1).insert(23, 'burnt ')
  expect(await leaving).toEqual({ ok: true })
  await house.until(() => kestria.room.view().refused.length > 0)
  expect(kestria.room.view()).toMatchObject({ overtaken: [], refused: [{ root: 'clause/fire', code: 'forbidden-root' }] })
  expect(kestria.room.view().refused[0]?.text).toContain('burnt village')
})

test('[copy-15] a footnote is kept with the words it says', async () => {
  const { house, kestria, orlava } = await table()
  wordsOf(kestria, 'clause/fire', 1).insert(22, INSET, { footnote: { text: 'As drawn on the map.' } })
  orlava.fragment('clause/fire').delete(1, 1)
  await house.settle()
  expect(kept(kestria)).toEqual([['clause/fire', 'Troops shall leave the< (footnote: As drawn on the map.)> village.']])
})
