/** The past of the words over HTTP, as the server kept it while people were typing. */
import { expect, test } from 'vitest'
import { openHouse, VESNA } from './house.ts'
import { shiftedTime } from './shifted-time.ts'

const saved = (view: { readonly unsaved: number }) => view.unsaved === 0

type Told = {
  readonly versions: readonly {
    readonly by: readonly string[]
    readonly until: string
    readonly text: readonly { readonly runs: readonly { readonly text: string }[] }[]
    readonly writers: readonly (readonly { readonly text: string; readonly by: string }[])[]
  }[]
}
const words = (version: Told['versions'][number] | undefined) => version?.text[0]?.runs.map(({ text }) => text).join('') ?? ''

test('[history-3] the versions of a clause name who changed it and who wrote each word; a moment shows every clause as it stood', async () => {
  const time = shiftedTime()
  const house = await openHouse({ time })
  const [kestria, orlava] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  const token = await house.token('u-kes1')
  const was = kestria.words('c8')
  const before = new Date(time.now()).toISOString()
  time.shift(10 * 60_000)
  orlava.insert('c8', 0, 'Perhaps ')
  await orlava.until(saved)
  time.shift(10 * 60_000)
  await kestria.until(() => kestria.words('c8').startsWith('Perhaps '))
  kestria.insert('c8', 'Perhaps '.length, 'one day ')
  await kestria.until(saved)

  const answer = await house.fetch(`/api/negotiations/${VESNA}/clauses/c8/history`, { token })
  const { versions } = (await answer.json()) as Told
  expect(versions.map(({ by }) => by)).toEqual([['server'], ['u-orl1'], ['u-kes1']])
  expect(words(versions.at(-1)).startsWith('Perhaps one day ')).toBe(true)
  expect(versions.at(-1)?.writers[0]?.slice(0, 2)).toEqual([
    { text: 'Perhaps ', by: 'u-orl1' },
    { text: 'one day ', by: 'u-kes1' },
  ])
  expect(versions.at(-1)?.writers[0]?.[2]?.by).toBe('server')

  const then = await house.fetch(`/api/negotiations/${VESNA}/texts?at=${before}`, { token })
  const { clauses } = (await then.json()) as { clauses: Record<string, Told['versions'][number]['text']> }
  expect(clauses['c8']?.[0]?.runs.map(({ text }) => text).join('')).toBe(was.split('\n')[0])
})

test('[history-7] what the server writes with a statement has the moment of the statement; nothing is told of moments before the first words', async () => {
  const house = await openHouse()
  const [kestria, chair] = await Promise.all([house.sit('u-kes1'), house.sit('u-chair')])
  const token = await house.token('u-kes1')
  const text = [{ type: 'paragraph', runs: [{ text: 'The Parties shall ensure passage.' }] }]
  await kestria.submit('amendment.table', { clause: 'c7', on: kestria.fingerprint('c7'), text })
  const amendment = [...kestria.room.view().negotiation.amendments.keys()].at(-1)
  if (amendment === undefined) throw new Error('Nothing was tabled')
  await chair.until(({ amended }) => amended.get(amendment) !== undefined)
  const of = chair.room.view().amended.get(amendment)?.fingerprint
  expect(await chair.submit('amendment.incorporate', { amendment, on: chair.fingerprint('c7'), of })).toEqual({ ok: true })

  const said = chair.room.view().record.entries.findLast(({ fact }) => fact.kind === 'amendment-incorporated')
  const told = await house.fetch(`/api/negotiations/${VESNA}/clauses/c7/history`, { token })
  expect(((await told.json()) as Told).versions.at(-1)?.until).toBe(said?.at)
  const then = await house.fetch(`/api/negotiations/${VESNA}/texts?at=2026-01-01T00:00:00Z`, { token })
  const { since, clauses } = (await then.json()) as { since: string; clauses: Record<string, unknown[]> }
  expect([since > '2026-01-01', clauses['c7']]).toEqual([true, []])
})

test('[history-4] nobody without a seat at the table is told of its past, and what does not exist is not found', async () => {
  const house = await openHouse()
  const token = await house.token('u-kes1')
  const status = async (path: string, as?: string) =>
    (await house.fetch(`/api/negotiations/${path}`, as === undefined ? {} : { token: as })).status
  expect(await status(`${VESNA}/clauses/c8/history`)).toBe(401)
  expect(await status(`${VESNA}/texts?at=2026-01-01T00:00:00Z`)).toBe(401)
  expect(await status('north-coast/clauses/c1/history', token)).toBe(404)
  expect(await status(`${VESNA}/clauses/nothing/history`, token)).toBe(404)
  expect(await status(`${VESNA}/texts?at=yesterday`, token)).toBe(400)
})
