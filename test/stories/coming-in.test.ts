/** Coming in: the first chair's link, opening a negotiation, one link per seat, and what a stranger gets. */
import { readFile } from 'node:fs/promises'
import { NegotiationId, tableOf } from '@entente/agreement'
import { hashToken } from '@entente/store'
import { expect, test } from 'vitest'
import { founderLink, founding, join, secretOf } from './founding.ts'
import { openHouse, type House } from './house.ts'

const opening = {
  cover: { title: 'Joint Communiqué', shortTitle: 'Communiqué', referenceLanguage: 'en', authenticLanguages: ['en'], annexes: [] },
  rule: { rule: 'consensus' },
  singleUndertaking: true,
  parties: [
    { party: 'KES', kind: 'delegation', name: 'Republic of Kestria', shortName: 'Kestria', required: true, languages: ['en'] },
    { party: 'CHR', kind: 'chair', name: 'The Chair', shortName: 'Chair', required: false, languages: ['en'] },
  ],
  seats: [
    { party: 'KES', role: 'head', name: 'H. Marenko' },
    { party: 'CHR', role: 'head', name: 'I. Solheim' },
  ],
}

const post = (house: House, path: string, body: unknown, headers: Record<string, string> = {}) =>
  house.fetch(path, { method: 'POST', body: JSON.stringify(body), headers })
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

test('[coming-in-1] without the demonstration there is no way in but an invitation', async () => {
  const house = await openHouse({ demo: false })
  expect((await house.fetch('/api/demo')).status).toBe(404)
  expect((await post(house, '/api/demo/seats', { negotiation: 'vesna-valley', seat: 'u-kes1' })).status).toBe(404)
  expect(await (await house.fetch('/api/me')).json()).toEqual({ demo: false, seats: [], mayOpen: false, providers: [] })
  expect((await post(house, '/api/negotiations', opening)).status).toBe(401)
  expect(await (await house.fetch('/api/negotiations')).json()).toEqual([])
})

test('[coming-in-2] the first chair opens a negotiation and gets one link per seat; each works once', async () => {
  const house = await openHouse({ demo: false })
  const founder = await post(house, '/api/invitations/redeem', { token: secretOf(await founderLink(house)), name: 'Ingrid Solheim' })
  expect(founder.status).toBe(200)
  expect(founder.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
  const opened = await post(house, '/api/negotiations', opening, { cookie: cookieOf(founder) })
  expect(opened.status).toBe(201)
  const { id, links } = (await opened.json()) as { id: string; links: { url: string; party: string; seat: string }[] }
  expect(links.map(({ party }) => party)).toEqual(['KES', 'CHR'])
  const token = secretOf(links[0]?.url ?? '')
  expect(links[0]?.url).toContain('/join#')

  const look = await post(house, '/api/invitations/look', { token })
  expect(await look.json()).toMatchObject({
    purpose: 'seat',
    negotiation: { id, title: 'Joint Communiqué' },
    party: { party: 'KES', order: 0 },
    role: 'head',
    name: 'H. Marenko',
  })
  const joined = await post(house, '/api/invitations/redeem', { token, name: 'Halyna Marenko' })
  expect(await joined.json()).toEqual({ negotiation: id })
  const again = await post(house, '/api/invitations/redeem', { token, name: 'Somebody' })
  expect([again.status, await again.json()]).toEqual([410, { code: 'invitation-invalid' }])
  const me = await house.fetch('/api/me', { headers: { cookie: cookieOf(joined) } })
  expect(await me.json()).toEqual({
    demo: false,
    person: 'Halyna Marenko',
    seats: [{ negotiation: id, seat: links[0]?.seat, party: 'KES', attends: true }],
    mayOpen: false,
    providers: [],
  })
  const list = await house.fetch('/api/negotiations', { headers: { cookie: cookieOf(joined) } })
  expect(await list.json()).toMatchObject([{ id, as: { party: 'KES', role: 'head' }, progress: [] }])
  expect((await post(house, '/api/negotiations', opening, { cookie: cookieOf(joined) })).status).toBe(403)
})

test('[coming-in-7] the record names whoever takes a seat', async () => {
  const { house, id, links } = await founding()
  await join(house, links.KES.url, 'Halyna Marenko-Lis')
  await house.besides(async ({ rooms }) => {
    const last = (await rooms.load(tableOf(NegotiationId.parse(id))))?.entries.at(-1)
    expect(last).toMatchObject({
      by: { seat: links.KES.seat, party: 'KES' },
      fact: { kind: 'seat-assigned', seat: { name: 'Halyna Marenko-Lis', role: 'head' } },
    })
  })
})

test('[coming-in-3] [T5] used, expired, revoked and invented invitations get the same answer', async () => {
  const house = await openHouse({ demo: false })
  const expired = 'e'.repeat(43)
  const revoked = 'r'.repeat(43)
  await house.besides(async (store) => {
    const common = { createdAt: '2020-01-01T00:00:00Z' as never, createdBy: 'server', purpose: 'founder' } as const
    await store.signIn.addInvitation({ ...common, hash: hashToken(expired), expires: '2020-01-02T00:00:00Z' as never })
    await store.signIn.addInvitation({ ...common, hash: hashToken(revoked), expires: '2099-01-02T00:00:00Z' as never })
    await store.signIn.revokeInvitation(hashToken(revoked), '2026-01-01T00:00:00Z' as never)
  })
  for (const token of [expired, revoked, 'i'.repeat(43)]) {
    const answer = await post(house, '/api/invitations/redeem', { token, name: 'N. N.' })
    expect([answer.status, await answer.json(), answer.headers.get('set-cookie')]).toEqual([410, { code: 'invitation-invalid' }, null])
  }
  const unreadable = await post(house, '/api/invitations/redeem', { token: '../../x', name: 'N. N.' })
  expect([unreadable.status, ((await unreadable.json()) as { code: string }).code]).toEqual([400, 'malformed'])
})

test('[coming-in-4] [T6] an address may try ten invitations a minute', async () => {
  const house = await openHouse({ demo: false })
  const codes: number[] = []
  for (let tries = 0; tries < 12; tries++) codes.push((await post(house, '/api/invitations/look', { token: 'i'.repeat(43) })).status)
  expect(codes.filter((status) => status === 410)).toHaveLength(10)
  expect(codes.slice(-2)).toEqual([429, 429])
})

test('[coming-in-5] [T6] the token of a session stands nowhere in the data folder, and signing out ends it', async () => {
  const house = await openHouse()
  const token = await house.token('u-kes1')
  const kestria = await house.sit('u-kes1')
  const stored = Buffer.concat(
    await Promise.all(['entente.db', 'entente.db-wal'].map((name) => readFile(`${house.data}/${name}`).catch(() => Buffer.alloc(0)))),
  )
  expect(stored.includes(Buffer.from(token))).toBe(false)
  expect((await house.fetch('/api/sign-out', { method: 'POST', token: kestria.token })).status).toBe(204)
  await kestria.until(({ connection }) => connection.is === 'ended')
  expect(await (await house.fetch('/api/me', { token: kestria.token })).json()).toMatchObject({ seats: [] })
})

test('[coming-in-6] a seat of the demonstration is worth nothing once the server runs without it', async () => {
  const house = await openHouse()
  const token = await house.token('u-kes1')
  await house.restart({ demo: false })
  expect(await (await house.fetch('/api/me', { token })).json()).toEqual({ demo: false, seats: [], mayOpen: false, providers: [] })
})
