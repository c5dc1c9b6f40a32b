/** Amendments in a room: whose words they are, and how they get into the text while others type. */
import { AmendmentId, ClauseId, type AmendmentId as Id } from '@entente/agreement'
import { plainText, readText, type Text } from '@entente/draft'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openHouse, type Delegate, type House } from '../testing.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const km = ClauseId.parse('km')
const line = (words: string): Text => [{ type: 'paragraph', runs: [{ text: words }] }]
const BASE = 'The Parties shall withdraw their heavy weapons not less than 20 km from the line within 60 days.'

async function table() {
  house = await openHouse('KES ORL MER', { km: BASE })
  const [kestria, orlava, meridia, chair] = [
    await house.connect('KES-head'),
    await house.connect('ORL-head'),
    await house.connect('MER-head'),
    await house.connect('CHR-head'),
  ]
  return { house, kestria, orlava, meridia, chair }
}

const on = ({ room }: Delegate) => room.view().readings.get(km)?.fingerprint
const of = ({ room }: Delegate, amendment: Id) => room.view().amended.get(amendment)?.fingerprint
const standing = ({ room }: Delegate, party: string) =>
  [...(room.view().assessment.clauses.get(km)?.standings ?? [])].find(([one]) => one === party)?.[1].is

async function tables(delegate: Delegate, words: string): Promise<Id> {
  const before = new Set(delegate.room.view().negotiation.amendments.keys())
  const answer = await delegate.gives('amendment.table', { clause: 'km', on: on(delegate), text: line(words) })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const id = [...delegate.room.view().negotiation.amendments.keys()].find((one) => !before.has(one))
  return AmendmentId.parse(id)
}

/** The one run of words of a root. */
function wordsOf(delegate: Delegate, root: string): Y.XmlText {
  const [paragraph] = delegate.fragment(root).toArray()
  const [text] = paragraph instanceof Y.XmlElement ? paragraph.toArray() : []
  if (!(text instanceof Y.XmlText)) throw new Error(`${root} has no words`)
  return text
}
const plain = (text: Y.XmlText) => Y.Text.prototype.toString.call(text)

test('[amendment-12] an amendment is typed live by its own delegation and by nobody else', async () => {
  const { house, kestria, orlava, chair } = await table()
  const amendment = await tables(kestria, BASE.replace('20', '30'))
  const root = `amendment/${amendment}`
  const adviser = await house.connect('KES-adviser')
  wordsOf(adviser, root).insert(0, 'Without delay: ')
  await house.settle()
  expect(plainText(readText(orlava.fragment(root)))).toBe(`Without delay: ${BASE.replace('20', '30')}`)
  for (const stranger of [orlava, chair]) {
    wordsOf(stranger, root).insert(0, 'Not ours. ')
    await house.until(() => stranger.room.view().refused.length > 0 && stranger.room.view().connection.is === 'live')
  }
  expect(plainText(readText(kestria.fragment(root)))).not.toContain('Not ours')
  await kestria.gives('amendment.withdraw', { amendment })
  wordsOf(kestria, root).insert(0, 'Too late. ')
  await house.until(() => kestria.room.view().refused.length > 0)
})

test('[amendment-13] what is taken in stands in the text with the statement, and consent to that reading is current', async () => {
  const { house, kestria, orlava, meridia, chair } = await table()
  const reading = BASE.replace('20', '30')
  const amendment = await tables(kestria, reading)
  await meridia.accepts('km')
  await orlava.gives('position.take', { clause: 'km', on: of(orlava, amendment), amendment, position: { stance: 'accepts' } })
  const { head } = chair.room.view().record
  expect(await chair.gives('amendment.incorporate', { amendment, on: on(chair), of: of(chair, amendment) })).toEqual({ ok: true })
  for (const delegate of [kestria, orlava, meridia, chair]) {
    expect(delegate.reads('km')).toBe(reading)
    expect([standing(delegate, 'ORL'), standing(delegate, 'MER')]).toEqual(['current', 'lapsed'])
  }
  const told = (await house.entries()).slice(head.seq).map(({ fact, by }) => [fact.kind, by === 'server' ? by : by.party])
  expect(told).toEqual([
    ['amendment-incorporated', 'CHR'],
    ['wording-changed', 'server'],
  ])
  house.crash()
  await house.until(() => chair.room.view().connection.is === 'live')
  expect(chair.reads('km')).toBe(reading)
})

test('[amendment-14] change by change: the others stay the amendment’s, and what the text has moved under it is never guessed', async () => {
  const { house, kestria, orlava, chair } = await table()
  const amendment = await tables(kestria, BASE.replace('20', '30').replace('60', '90').replace('shall', 'should'))
  expect(kestria.room.view().amended.get(amendment)).toMatchObject({ changes: 3, conflicts: 0 })
  const take = (changes?: readonly number[]) =>
    chair.gives('amendment.incorporate', { amendment, on: on(chair), of: of(chair, amendment), ...(changes && { changes }) })
  await take([1])
  expect(orlava.reads('km')).toBe(BASE.replace('20', '30'))
  expect(kestria.room.view().amended.get(amendment)).toMatchObject({ changes: 2, conflicts: 0 })
  const words = wordsOf(orlava, 'clause/km')
  const at = plain(words).indexOf('60')
  words.delete(at, 2)
  words.insert(at, '45')
  await house.settle()
  expect(kestria.room.view().amended.get(amendment)).toMatchObject({ changes: 1, conflicts: 1 })
  expect(await take()).toMatchObject({ refusal: { code: 'amendment-conflicts' } })
  const mine = BASE.replace('20', '30').replace('60', '90').replace('shall', 'should')
  await kestria.gives('amendment.update', { amendment, on: on(kestria), of: of(kestria, amendment), text: line(mine) })
  expect(kestria.room.view().amended.get(amendment)).toMatchObject({ changes: 2, conflicts: 0 })
  await take()
  expect(orlava.reads('km')).toBe(mine)
})

test('[amendment-15] while an amendment is taken in, nobody’s typing and no comment’s place is lost, in any order', async () => {
  const { house, kestria, orlava, meridia, chair } = await table()
  const everybody = [kestria, orlava, meridia, chair]
  let typed = 0
  let taken = 0
  for (let round = 1; round <= 25; round += 1) {
    const now = orlava.reads('km')
    const amendment = await tables(
      kestria,
      `${now.replace(/\d+ km/, `${round + 20} km`).replace('heavy ', round % 2 ? '' : 'heavy ')} R${round}.`,
    )
    const words = wordsOf(chair, 'clause/km')
    const anchors = ['Parties', 'weapons', 'line', 'days'].map((word) => ({
      word,
      at: Y.createRelativePositionFromTypeIndex(words, plain(words).indexOf(word)),
    }))
    const answer = chair.room.submit('amendment.incorporate', { amendment, on: on(chair), of: of(chair, amendment) })
    const marks = [orlava, meridia].map((delegate, index) => {
      const own = wordsOf(delegate, 'clause/km')
      const mark = `T${(typed += 1)}.`
      own.insert(plain(own).indexOf(['weapons', 'line', 'km', 'days'][(round + index) % 4] ?? ''), `${mark} `)
      return mark
    })
    await house.settle()
    taken += (await answer).ok ? 1 : 0
    const texts = new Set(everybody.map((delegate) => JSON.stringify(readText(delegate.fragment('clause/km')))))
    expect([...texts]).toHaveLength(1)
    const [text = ''] = texts
    for (const mark of marks) expect(text).toContain(mark)
    expect(text).toContain(`R${round}.`)
    for (const { word, at } of anchors) {
      const place = Y.createAbsolutePositionFromRelativePosition(at, chair.room.doc())
      const found = place?.type instanceof Y.XmlText ? plain(place.type).slice(place.index) : ''
      expect(found.slice(0, word.length)).toBe(word)
    }
  }
  expect([typed, taken]).toEqual([50, 25])
  expect(everybody.flatMap(({ room }) => room.view().refused)).toEqual([])
})
