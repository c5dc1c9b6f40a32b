/** Attack cases on sessions and on requests that another site makes in somebody's name. The ids are those of the threat model's case list. */
import { makeApp, type AppParts } from '@entente/server/app'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { browserOf, founderLink, founding, join, secretOf, sessionOf } from '../stories/founding.ts'
import { openHouse } from '../stories/house.ts'
import { enter } from '../stories/raw-client.ts'

test('[T8] a session that was planted is not gone on with, a new one begins at each sign-in, and the cookie is out of reach of scripts and other sites', async () => {
  const { house, links, id } = await founding()
  const victim = browserOf(house, 'victim')
  const attacker = browserOf(house, 'attacker')
  const expectWorthless = async (cookie: string) => {
    attacker.plant(cookie)
    expect((await attacker.ask('GET', '/api/me')).json).toMatchObject({ seats: [] })
    attacker.plant(cookie)
    expect((await attacker.ask('GET', '/api/sessions')).status).toBe(401)
  }
  const planted = `entente_session=${'p'.repeat(43)}`
  victim.plant(planted)
  const joined = await victim.ask('POST', '/api/invitations/redeem', { token: secretOf(links.KES.url), name: 'Halyna Marenko' })
  expect(joined.status).toBe(200)
  expect(victim.cookie()).not.toBe(planted)
  const [cookie] = joined.answer.headers.getSetCookie()
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(`; ${flag}`)
  await expectWorthless(planted)
  // Signing in once more changes the secret again, at the same table for the same party or for another.
  const seat = { party: 'KES', role: 'adviser', name: 'Adviser' }
  const { url } = (await victim.ask('POST', `/api/negotiations/${id}/seats`, seat)).json as { url: string }
  for (const link of [url, links.ORL.url]) {
    const before = victim.cookie()
    await join(house, link, 'Halyna Marenko', victim)
    expect(victim.cookie()).not.toBe(before)
    await expectWorthless(before)
  }
  // What is open in another tab ends with the session.
  const tab = await enter({ origin: house.origin, negotiation: id, token: sessionOf(victim) })
  expect(tab.end()).toBeUndefined()
  expect((await victim.ask('POST', '/api/sign-out')).status).toBe(204)
  expect(await tab.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
})

test('[T8] over HTTPS the cookie goes nowhere else', async () => {
  const house = await openHouse({ demo: false, secureCookie: true })
  const token = secretOf(await founderLink(house))
  const { answer } = await browserOf(house, '').ask('POST', '/api/invitations/redeem', { token, name: 'I. Solheim' })
  expect(answer.headers.get('set-cookie')).toContain('; Secure')
})

test('[T9] every route that changes something refuses a foreign page, before it looks at anything', async () => {
  const untouched = (path: string): object =>
    new Proxy(() => undefined, {
      get: (_, name) => untouched(`${path}.${String(name)}`),
      apply: () => {
        throw new Error(`${path} was touched`)
      },
    })
  const settings = { basePath: '', origins: [], oidc: [], secureCookie: false }
  const parts = { host: { demo: true, settings, store: untouched('store'), rooms: untouched('rooms') }, log: () => undefined }
  const app = makeApp({ ...parts, demoNegotiations: [], sockets: new Hono(), web: undefined } as unknown as AppParts)
  const changing = app.routes.filter(({ method, path }) => !['GET', 'HEAD', 'ALL'].includes(method) && !path.endsWith('*'))
  const paths = [...new Set(changing.map(({ method, path }) => `${method} ${path}`))]
  expect(paths.length).toBeGreaterThan(60)
  for (const known of [
    '/api/sign-out',
    '/api/invitations/redeem',
    '/api/passkeys',
    '/api/negotiations/:negotiation/commands/position.take',
  ])
    expect(paths).toContain(`POST ${known}`)
  for (const line of paths) {
    const [method = '', path = ''] = line.split(' ')
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const headers = { cookie: `entente_session=${'s'.repeat(43)}`, host: 'localhost:4747', ...(origin !== undefined && { origin }) }
      const answer = await app.request(path.replaceAll(/:\w+/g, 'x'), { method, headers, body: '{}' })
      expect([line, origin, answer.status, await answer.json()]).toEqual([line, origin, 403, { code: 'origin-refused' }])
    }
  }
})

test('[T9] no request that changes anything is taken from another site, whatever the address', { timeout: 60_000 }, async () => {
  const { house, chair, id } = await founding()
  const { paths } = (await (await house.fetch('/api/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> }
  const changing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get' && method !== 'head')
      .map((method) => ({ method: method.toUpperCase(), path: path.replace('{negotiation}', id).replaceAll(/\{\w+\}/g, 'KES') })),
  )
  expect(changing.length).toBeGreaterThan(60)
  for (const { method, path } of changing)
    for (const origin of ['https://evil.example', 'null', '']) {
      const answer = await house.fetch(path, { method, headers: { origin, cookie: chair.cookie() }, body: '{}' })
      expect([method, path, origin, answer.status, await answer.text()]).toEqual([method, path, origin, 403, '{"code":"origin-refused"}'])
    }
})

test(
  '[T11] a session that ended, one that never was and nonsense are told apart neither by words nor by time',
  { timeout: 60_000 },
  async () => {
    const house = await openHouse()
    const ended = await house.token('u-kes1')
    expect((await house.fetch('/api/sign-out', { method: 'POST', token: ended })).status).toBe(204)
    const tokens = { ended, unknown: 'u'.repeat(43), nonsense: 'n' }
    const times: Record<string, number[]> = {}
    const answers = new Set<string>()
    for (let round = 0; round < 150; round += 1)
      for (const [name, token] of Object.entries(tokens)) {
        const began = performance.now()
        const answer = await house.fetch('/api/negotiations/vesna-valley/export?format=md', { token })
        answers.add(`${answer.status} ${await answer.text()}`)
        times[name] = [...(times[name] ?? []), performance.now() - began]
      }
    expect([...answers]).toEqual(['401 {"code":"not-signed-in"}'])
    const medians = Object.values(times).map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0)
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(5)
  },
)
