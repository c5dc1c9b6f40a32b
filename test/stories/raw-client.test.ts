/** docs/protocol.md is enough: a client written from it alone takes part in a negotiation, checks the record and binds itself to words. */
import { readText, wordingOf } from '@entente/draft'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { randomFrom, type Random } from '../convergence/random.ts'
import { openHouse, VESNA, type House } from './house.ts'
import { enter, signIn } from './raw-client.ts'
import { NO_ENTRIES } from './raw-digest.ts'
import { blocksOf, fingerprintOf } from './raw-wording.ts'

async function come(house: House, seat: string, negotiation: string = VESNA) {
  const client = await enter({ origin: house.origin, negotiation, token: await signIn(house.origin, negotiation, seat) })
  expect(client.end()).toBeUndefined()
  return client
}

function wordsOf(doc: Y.Doc, clause: string): Y.XmlText {
  const paragraph = doc.getXmlFragment(`clause/${clause}`).get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

test('[protocol-1] a client written from the document alone reads, checks, types, binds itself and hears the others', async () => {
  const house = await openHouse()
  const [raw, orlava] = [await come(house, 'u-kes1'), await house.sit('u-orl1')]

  // The order of events, and the chain, which was checked entry by entry while it came.
  expect(raw.heard.slice(0, 4)).toEqual(['welcome', 'entries', 'presence', 'step-1'])
  expect(raw.welcome()).toMatchObject({ protocol: 2, schema: 2, epoch: 1, seat: 'u-kes1', client: raw.doc.clientID })
  expect(raw.head()).toEqual(raw.welcome()?.head)
  expect(raw.head()).toEqual(orlava.room.view().record.head)

  // A word, under the leased clientID, saved and seen.
  wordsOf(raw.doc, 'c6').insert(0, 'Forthwith, ')
  await raw.allSaved()
  await orlava.until(() => orlava.words('c6').startsWith('Forthwith, '))

  // Another's word.
  orlava.insert('c6', orlava.words('c6').length, ' So be it.')
  await raw.until(() => wordsOf(raw.doc, 'c6').toJSON().includes('So be it.'))

  // A position on words that it has read and named itself.
  const stale = fingerprintOf(new Y.Doc(), raw.entries, 'c6')
  const on = fingerprintOf(raw.doc, raw.entries, 'c6')
  const position = { stance: 'reserves', note: 'until the capital has answered' }
  expect(await raw.say('position.take', { clause: 'c6', on: stale, position })).toMatchObject({
    ok: false,
    refusal: { code: 'text-moved', now: on },
  })
  const answer = await raw.say('position.take', { clause: 'c6', on, position }, 'request-1')
  expect(answer).toMatchObject({ ok: true })
  const [seq = 0] = answer.seq ?? []
  const entry = raw.entries.find((one) => one.seq === seq)
  expect(entry).toMatchObject({
    by: { seat: 'u-kes1', party: 'KES' },
    request: 'request-1',
    fact: { kind: 'position-taken', party: 'KES', on, position },
  })
  expect((await raw.say('position.take', { clause: 'c6', on, position }, 'request-1')).seq).toEqual([seq])
  const view = await orlava.until(({ record }) => record.head.seq >= seq)
  expect(orlava.standing('c6', 'KES')).toMatchObject({ is: 'current', position: { on, position } })
  expect(view.record.head).toEqual(raw.head())

  // Who is here, by lease.
  await raw.until(() => raw.present.size === 2)
  expect([...raw.present.values()].map(({ seat, party }) => `${seat} ${party}`).toSorted()).toEqual(['u-kes1 KES', 'u-orl1 ORL'])
})

test('[protocol-1] after a lost connection it goes on with its document, and brings what was typed meanwhile', async () => {
  const house = await openHouse()
  const [first, orlava] = [await come(house, 'u-kes1'), await house.sit('u-orl1')]
  const { client = 0, epoch = 0 } = first.welcome() ?? {}
  first.leave()
  await first.ended()
  orlava.insert('c6', 0, 'Meanwhile: ')
  wordsOf(first.doc, 'c6').insert(0, 'Offline: ')
  expect(await orlava.submit('thread.open', { clause: 'c6', text: 'Are you there?' })).toEqual({ ok: true })

  const { doc } = first
  const token = await signIn(house.origin, VESNA, 'u-kes1')
  const again = await enter({ origin: house.origin, negotiation: VESNA, token, client, doc, epoch, head: first.head() })
  expect(again.welcome()?.client).toBe(client)
  await again.allSaved()
  await orlava.until(() => orlava.words('c6').includes('Offline: '))
  expect(wordsOf(doc, 'c6').toJSON()).toContain('Meanwhile: ')
  expect(again.entries.map(({ fact }) => fact.kind)).toEqual(['wording-changed', 'thread-opened', 'comment-made'])
  expect(again.head()).toEqual(orlava.room.view().record.head)
})

test('[protocol-2] every fingerprint worked out by the document is the server’s', async () => {
  const house = await openHouse()
  const tables = [
    ['vesna-valley', 'u-kes1'],
    ['north-coast', 'u-a1'],
  ] as const
  for (const [negotiation, seat] of tables) {
    const [raw, honest] = [await come(house, seat, negotiation), await house.sit(seat, negotiation as typeof VESNA)]
    const readings = [...honest.room.view().readings].map(([clause, { fingerprint }]) => [clause, fingerprint])
    expect(readings.length).toBeGreaterThan(10)
    expect(readings.map(([clause = '']) => [clause, fingerprintOf(raw.doc, raw.entries, clause)])).toEqual(readings)
    expect(raw.entries[0]?.previous).toBe(NO_ENTRIES.hash)
  }
})

const SEED = Number(process.env['FUZZ_FROM'] ?? 1)

test(`[protocol-2] texts of all kinds read by the document as they read by us (seeds from ${SEED})`, () => {
  for (let seed = SEED; seed < SEED + 400; seed += 1) {
    const random = randomFrom(seed)
    const fragment = new Y.Doc().getXmlFragment('clause/c1')
    fragment.insert(
      0,
      Array.from({ length: 1 + random.below(3) }, () => anyBlock(random, 0)),
    )
    const { blocks } = wordingOf({ kind: 'operative', heading: '', text: readText(fragment), milestones: [] })
    expect([seed, blocksOf(fragment)]).toEqual([seed, blocks])
  }
})

function anyBlock(random: Random, depth: number): Y.XmlElement {
  if (depth === 2 || random.chance(0.7))
    return element(
      'paragraph',
      Array.from({ length: random.below(3) }, () => anyWords(random)),
    )
  const blocks = () => Array.from({ length: random.below(3) }, () => anyBlock(random, depth + 1))
  const items = Array.from({ length: random.below(3) }, () => element('listItem', blocks()))
  return element(random.pick(['bulletList', 'orderedList']), items)
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

const parts = [
  'shall',
  ' ',
  '  ',
  '\u00a0',
  '\n',
  '\t',
  'é',
  'e',
  '\u0301',
  '\u0323',
  '가',
  'ᄀ',
  'ᅡ',
  '\u200b',
  '🕊',
  '停火',
  '[',
  '.',
  '\u2060',
  '\u2060',
] as const

function anyWords(random: Random): Y.XmlText {
  const text = new Y.XmlText()
  const runs = Array.from({ length: random.below(6) }, () => ({
    insert: Array.from({ length: 1 + random.below(4) }, () => random.pick(parts)).join(''),
    attributes: {
      ...(random.chance(0.2) && { bold: {} }),
      ...(random.chance(0.3) && { reference: { clause: random.pick(['c1', 'c2']) } }),
      ...(random.chance(0.3) && { footnote: { text: random.pick(['As drawn.', ' e\u0301  drawn']) } }),
      ...(random.chance(0.3) && { link: { href: random.pick(['https://example.org/map', 'mailto:chair@example.org']) } }),
      ...(random.chance(0.4) && {
        bracket: random.pick([
          { id: 'b1', kind: 'contested' },
          { id: 'b2', kind: 'contested' },
          { id: 'b3', kind: 'placeholder' },
        ]),
      }),
    },
  }))
  text.applyDelta(runs)
  return text
}
