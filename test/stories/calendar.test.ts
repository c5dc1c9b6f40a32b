/** Deadlines outside the app: a calendar that a calendar program reads, and the commitments for programs and for anybody. */
import { NegotiationId } from '@entente/agreement'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { openHouse, VESNA, type House } from './house.ts'

const NORTH = NegotiationId.parse('north-coast')

type Event = { readonly uid: string; readonly sequence: number; readonly summary: string; readonly day: string; readonly status: string }

async function subscribe(house: House, url: string): Promise<readonly Event[]> {
  const answer = await fetch(url)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const text = await answer.text()
  // RFC 5545, 3.1: lines end in CRLF and have at most 75 octets.
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      day: event.startDate.toString(),
      status: String(component.getFirstPropertyValue('status')),
    }
  })
}

const feedOf = async (house: House, token: string, negotiation = VESNA, method = 'POST') =>
  house.fetch(`/api/negotiations/${negotiation}/calendar`, { method, token })

const urlOf = async (answer: Response) => ((await answer.json()) as { url: string }).url

test('[calendar-1] [calendar-2] a calendar program reads the feed, and after a change the same events have grown', async () => {
  const house = await openHouse()
  const chair = await house.sit('u-chair')
  const url = await urlOf(await feedOf(house, chair.token))
  const before = await subscribe(house, url)
  const first = before.find(({ uid }) => uid.startsWith('ms-03.'))
  expect(first).toMatchObject({
    uid: 'ms-03.vesna-valley@entente',
    summary: expect.stringMatching(/Lists of persons held/) as string,
    day: '2026-12-04',
    status: 'TENTATIVE',
  })
  expect(await chair.submit('anchor.set', { anchor: 'D', day: '2026-12-10' })).toEqual({ ok: true })
  const after = await subscribe(house, url)
  expect(after.map(({ uid }) => uid)).toEqual(expect.arrayContaining(before.map(({ uid }) => uid)))
  expect(new Set(after.map(({ uid }) => uid)).size).toBe(after.length)
  const again = after.find(({ uid }) => uid === first?.uid)
  expect(again).toMatchObject({ day: '2026-12-13', status: 'CONFIRMED' })
  expect(again?.sequence).toBeGreaterThan(first?.sequence ?? Infinity)
})

test('[calendar-3] lines that somebody injects into a title stay words of the title', async () => {
  const house = await openHouse()
  const kestria = await house.sit('u-kes1')
  const title = 'Lists\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:x;y,z\\n\u2028\u0085\rATTACH:https://evil.example'
  const terms = {
    title,
    performers: ['KES'],
    verifier: 'JMVC',
    due: { on: 'day', day: '2027-01-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }
  expect(await kestria.submit('milestone.propose', { clause: 'c4', terms })).toEqual({ ok: true })
  const events = await subscribe(house, await urlOf(await feedOf(house, kestria.token)))
  expect(events.filter(({ uid }) => uid.includes('evil'))).toEqual([])
  expect(events.find(({ day }) => day === '2027-01-01')?.summary).toMatch(/Lists END:VEVENT BEGIN:VEVENT UID:evil SUMMARY:x;y,z/)
})

test('[calendar-4] the address is secret, one for each person, and shows nothing once it is taken back or replaced', async () => {
  const house = await openHouse()
  const token = await house.token('u-kes1')
  expect((await feedOf(house, token, VESNA, 'GET')).status).toBe(200)
  const url = await urlOf(await feedOf(house, token))
  expect((await fetch(url)).status).toBe(200)
  expect(await (await feedOf(house, token, VESNA, 'GET')).json()).toMatchObject({ since: expect.stringMatching(/^20/) as string })
  const next = await urlOf(await feedOf(house, token))
  expect([(await fetch(url)).status, (await fetch(next)).status]).toEqual([404, 200])
  expect((await feedOf(house, token, VESNA, 'DELETE')).status).toBe(204)
  expect((await fetch(next)).status).toBe(404)
  expect((await house.fetch('/api/calendar/nothing.ics')).status).toBe(404)
  expect((await house.fetch(`/api/negotiations/${VESNA}/calendar`, { method: 'POST' })).status).toBe(401)
  expect((await feedOf(house, token, NORTH)).status).toBe(404)
})

test('[commitments-1] the commitments come as a sheet and as JSON, to whoever sits at the table', async () => {
  const house = await openHouse()
  const token = await house.token('u-mv', NORTH)
  const get = (format: string, as: string | undefined = token) =>
    house.fetch(`/api/negotiations/${NORTH}/commitments?format=${format}`, { ...(as && { token: as }) })
  const json = (await (await get('json')).json()) as {
    format: string
    milestones: { number: string; state: string; waitsFor: string[] }[]
    barometer: unknown
  }
  expect(json.format).toBe('entente-commitments/1')
  expect(json.milestones).toHaveLength(19)
  expect(json.milestones.find(({ state }) => state === 'blocked')).toMatchObject({
    waitsFor: expect.arrayContaining([expect.stringContaining('verified')]) as string[],
  })
  const csv = await (await get('csv')).text()
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(20)
  expect(csv).toContain('"Held up"')
  expect(
    Buffer.from(await (await get('xlsx')).arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect((await get('json', '')).status).toBe(401)
})

test('[commitments-2] anybody sees the barometer, and the milestones called public, once every required party agreed, and until one takes it back', async () => {
  const house = await openHouse()
  const heads = await Promise.all(['u-a1', 'u-b1', 'u-c1'].map((seat) => house.sit(seat, NORTH)))
  const look = () => house.fetch(`/api/public/${NORTH}/commitments`)
  expect((await look()).status).toBe(404)
  for (const head of heads) expect(await head.submit('publication.agree', {})).toEqual({ ok: true })
  const open = await look()
  expect([open.status, open.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  const shown = (await open.json()) as { milestones: unknown[]; barometer: { all: { counts: number[] } } }
  expect(shown.milestones).toEqual([])
  expect(shown.barometer.all.counts.reduce((sum, count) => sum + count, 0)).toBe(19)
  expect(await heads[0]?.submit('publication.withhold', {})).toEqual({ ok: true })
  expect((await look()).status).toBe(404)
  expect(await (await look()).text()).toBe(await (await house.fetch('/api/public/no-such-talks/commitments')).text())
})
