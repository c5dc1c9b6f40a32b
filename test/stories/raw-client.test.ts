/** docs/protocol.md is enough: a client written from it alone takes part in a negotiation, checks the record and binds itself to words. */
import { ClauseId } from '@entente/agreement'
import { wordingOf } from '@entente/draft'
import { texts } from '@entente/draft/testing'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
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
  expect(raw.welcome()).toMatchObject({ protocol: 1, schema: 1, epoch: 1, seat: 'u-kes1', client: raw.doc.clientID })
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
  expect(await raw.say('position.take', { clause: 'c6', on: stale, position })).toMatchObject({ ok: false, refusal: { code: 'text-moved', now: on } })
  const answer = await raw.say('position.take', { clause: 'c6', on, position }, 'request-1')
  expect(answer).toMatchObject({ ok: true })
  const [seq = 0] = answer.seq ?? []
  const entry = raw.entries.find((one) => one.seq === seq)
  expect(entry).toMatchObject({ by: { seat: 'u-kes1', party: 'KES' }, request: 'request-1', fact: { kind: 'position-taken', party: 'KES', on, position } })
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
  const again = await enter({
    ...{ origin: house.origin, negotiation: VESNA, token: await signIn(house.origin, VESNA, 'u-kes1') },
    ...{ client, doc, epoch, head: first.head() },
  })
  expect(again.welcome()?.client).toBe(client)
  await again.allSaved()
  await orlava.until(() => orlava.words('c6').includes('Offline: '))
  expect(wordsOf(doc, 'c6').toJSON()).toContain('Meanwhile: ')
  expect(again.entries.map(({ fact }) => fact.kind)).toEqual(['thread-opened', 'comment-made'])
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
