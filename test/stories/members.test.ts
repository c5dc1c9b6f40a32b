/** Who sits at a table: seats are given by link, links are replaced and withdrawn, seats change hands, and everybody sees their own sessions. */
import { MAX_STATEMENT, NegotiationId, tableOf } from '@entente/agreement'
import { expect, test } from 'vitest'
import { browserOf, founding, join, secretOf, type Browser, type Founding } from './founding.ts'

type Made = { readonly seat: string; readonly url: string; readonly expires: string }
type Line = { readonly seat: string; readonly heldSince?: string; readonly invitation?: { readonly id: string; readonly expired: boolean } }

const at = ({ id }: Founding, path: string) => `/api/negotiations/${id}/${path}`

async function give(talks: Founding, by: Browser, seat: object): Promise<Made> {
  const { status, json } = await by.ask('POST', at(talks, 'seats'), seat)
  expect([status, json]).toEqual([201, expect.objectContaining({ url: expect.stringContaining('/join#') as unknown })])
  return json as Made
}

async function members(talks: Founding, browser: Browser): Promise<readonly Line[]> {
  return (await browser.ask('GET', at(talks, 'members'))).json as Line[]
}

const facts = async (talks: Founding) => {
  let kinds: unknown[] = []
  await talks.house.besides(async ({ rooms }) => {
    kinds = ((await rooms.load(tableOf(NegotiationId.parse(talks.id))))?.entries ?? []).map(({ fact }) => fact)
  })
  return kinds
}

const opens = async (talks: Founding, url: string) =>
  (await browserOf(talks.house, 'somebody').ask('POST', '/api/invitations/look', { token: secretOf(url) })).status

test('[members-1] the chair sees every seat and link, a head those of the own delegation, others none', async () => {
  const talks = await founding()
  const { links, chair } = talks
  expect(
    (await members(talks, chair)).map(({ seat, heldSince, invitation }) => [seat, heldSince !== undefined, invitation?.expired]),
  ).toEqual([
    [links.KES.seat, false, false],
    [links.ORL.seat, false, false],
    [links.CHR.seat, true, undefined],
  ])
  const head = await join(talks.house, links.KES.url, 'Halyna Marenko')
  const made = await give(talks, head, { party: 'KES', role: 'adviser', name: 'Adviser' })
  expect((await members(talks, head)).map(({ seat }) => seat)).toEqual([links.KES.seat, made.seat])
  const adviser = await join(talks.house, made.url, 'Petro Lisak')
  expect(await members(talks, adviser)).toEqual([])
  const stranger = browserOf(talks.house, 'stranger')
  expect((await stranger.ask('GET', at(talks, 'members'))).status).toBe(401)
  expect((await chair.ask('GET', '/api/negotiations/no-such/members')).status).toBe(404)
})

test('[members-2] a new link for a seat makes the earlier ones open nothing; a withdrawn link opens nothing', async () => {
  const talks = await founding()
  const { chair, links } = talks
  const renewed = await chair.ask('POST', at(talks, `seats/${links.KES.seat}/invitation`), { days: 2 })
  expect(renewed.status).toBe(201)
  const { url, expires } = renewed.json as Made
  expect(Date.parse(expires) - Date.now()).toBeLessThan(2.1 * 86_400_000)
  expect([await opens(talks, links.KES.url), await opens(talks, url)]).toEqual([410, 200])
  const line = (await members(talks, chair)).find(({ seat }) => seat === links.KES.seat)
  expect((await chair.ask('POST', at(talks, `invitations/${line?.invitation?.id}/revoke`))).status).toBe(204)
  expect(await opens(talks, url)).toBe(410)
  const used = await join(talks.house, links.ORL.url, 'Tamsin Orr')
  expect((await used.ask('POST', at(talks, `invitations/${line?.invitation?.id}/revoke`))).status).toBe(404)
})

test('[members-3] once a delegation’s head sits, only the head gives its seats; the chair can still take them away', async () => {
  const talks = await founding()
  const { chair, links } = talks
  const negotiator = { party: 'KES', role: 'negotiator', name: 'Negotiator, Kestria' }
  const early = await give(talks, chair, negotiator)
  const head = await join(talks.house, links.KES.url, 'Halyna Marenko')
  expect(await chair.ask('POST', at(talks, 'seats'), negotiator)).toMatchObject({ status: 409, json: { code: 'head-seated' } })
  expect(await chair.ask('POST', at(talks, `seats/${early.seat}/invitation`), {})).toMatchObject({ status: 409 })
  expect(await head.ask('POST', at(talks, 'seats'), { ...negotiator, party: 'ORL' })).toMatchObject({ status: 403 })
  expect(await head.ask('POST', at(talks, `seats/${links.ORL.seat}/withdraw`), {})).toMatchObject({ status: 404 })
  await give(talks, head, negotiator)
  expect(await chair.ask('POST', at(talks, `seats/${early.seat}/withdraw`), { reason: 'Not accredited' })).toMatchObject({ status: 204 })
  expect(await opens(talks, early.url)).toBe(410)
  expect(await facts(talks)).toContainEqual({ kind: 'seat-withdrawn', seat: early.seat, reason: 'Not accredited' })
})

test('[members-4] whoever lost a device comes back by a new link from their head, and sits where they sat', async () => {
  const talks = await founding()
  const head = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const made = await give(talks, head, { party: 'KES', role: 'adviser', name: 'Adviser' })
  const before = await join(talks.house, made.url, 'Petro Lisak')
  const renewed = (await head.ask('POST', at(talks, `seats/${made.seat}/invitation`), {})).json as Made
  const after = await join(talks.house, renewed.url, 'Petro Lisak')
  const seats = async (browser: Browser) => ((await browser.ask('GET', '/api/me')).json as { seats: { seat: string }[] }).seats
  expect(await seats(after)).toEqual([expect.objectContaining({ seat: made.seat })])
  expect(await seats(before)).toEqual([])
})

test('[members-5] a party can be invited later: the chair seats it, and its head comes by link', async () => {
  const talks = await founding()
  const { chair } = talks
  const party = { party: 'LIU', kind: 'delegation', name: 'Liurian Union', shortName: 'Liuria', required: true, languages: ['en'] }
  expect((await chair.ask('POST', at(talks, 'commands/party.seat'), party)).status).toBe(200)
  const made = await give(talks, chair, { party: 'LIU', role: 'head', name: 'Head of delegation, Liuria' })
  const head = await join(talks.house, made.url, 'Ana Liu')
  expect((await head.ask('GET', '/api/me')).json).toMatchObject({ seats: [{ party: 'LIU' }] })
})

test('[members-6] an invitation opened where somebody sits at the same table already says so, and moves them', async () => {
  const talks = await founding()
  const { chair, links, house } = talks
  const look = await chair.ask('POST', '/api/invitations/look', { token: secretOf(links.KES.url) })
  expect(look.json).toMatchObject({ instead: { seat: links.CHR.seat, shortName: 'Chair', role: 'head' } })
  const head = await join(house, links.KES.url, 'Halyna Marenko')
  const made = await give(talks, head, { party: 'KES', role: 'adviser', name: 'Adviser' })
  const asHead = await head.ask('POST', '/api/invitations/look', { token: secretOf(made.url) })
  expect(asHead.json).toMatchObject({
    instead: { seat: links.KES.seat },
    invitedBy: { name: 'Halyna Marenko', party: 'Kestria', role: 'head' },
  })
})

test('[session-2] a person sees where they are signed in, and can end one session, or all', async () => {
  const talks = await founding()
  const { chair } = talks
  const sessions = async () => (await chair.ask('GET', '/api/sessions')).json as { id: string; here: boolean; device: string }[]
  expect(await sessions()).toEqual([expect.objectContaining({ here: true, device: 'Firefox on Linux' })])
  const other = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const [own] = await sessions()
  expect(await other.ask('POST', `/api/sessions/${own?.id}/end`)).toMatchObject({ status: 404 })
  expect(await sessions()).toHaveLength(1)
  expect((await chair.ask('POST', '/api/sign-out/everywhere')).status).toBe(204)
  expect((await chair.ask('GET', '/api/sessions')).status).toBe(401)
  expect((await other.ask('GET', '/api/me')).json).toMatchObject({ person: 'Halyna Marenko' })
})

test('[members-10] a party withdraws from the talks: all its seats, holders and links are gone at once, and it can be invited again', async () => {
  const talks = await founding()
  const { chair, links } = talks
  const head = await join(talks.house, links.KES.url, 'Halyna Marenko')
  const open = await give(talks, head, { party: 'KES', role: 'adviser', name: 'Adviser, Kestria' })
  const reason = 'Recalled by its government'.padEnd(MAX_STATEMENT, '.')
  const withdraw = (browser: Browser, body: object = { reason }) => browser.ask('POST', at(talks, 'parties/KES/withdraw'), body)
  expect(await withdraw(head)).toMatchObject({ status: 403, json: { code: 'not-permitted' } })
  expect(await withdraw(chair, {})).toMatchObject({ status: 400 })
  expect(await withdraw(chair, { reason: `${reason}.` })).toMatchObject({ status: 400 })
  expect(await withdraw(chair)).toMatchObject({ status: 204 })
  expect(await withdraw(chair)).toMatchObject({ status: 409, json: { code: 'nothing-new' } })
  expect(await opens(talks, open.url)).toBe(410)
  expect((await head.ask('GET', '/api/me')).json).toMatchObject({ seats: [] })
  expect((await members(talks, chair)).filter(({ seat }) => seat === links.KES.seat || seat === open.seat)).toEqual([])
  expect(await facts(talks)).toContainEqual({ kind: 'party-withdrawn', party: 'KES', reason })
  const made = await give(talks, chair, { party: 'KES', role: 'head', name: 'Head of delegation, Kestria' })
  const next = await join(talks.house, made.url, 'Oksana Bila')
  expect((await next.ask('GET', '/api/me')).json).toMatchObject({ seats: [{ party: 'KES' }] })
})
