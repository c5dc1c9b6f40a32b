/** Attack cases on sessions and on requests that another site makes in somebody's name. The ids are those of the threat model's case list. */
import { expect, test } from 'vitest'
import { browserOf, founding, join } from '../stories/founding.ts'
import { openHouse } from '../stories/house.ts'
import { enter } from '../stories/raw-client.ts'

test('[T8] signing in gives a new session under a new secret, whatever was planted before, in a cookie that scripts and other sites do not get', async () => {
  const { house, links, id } = await founding()
  const victim = browserOf(house, 'victim')
  const planted = `entente_session=${'p'.repeat(43)}`
  victim.plant(planted)
  const joined = await victim.ask('POST', '/api/invitations/redeem', { token: links.KES.url.split('#')[1], name: 'Halyna Marenko' })
  expect(joined.status).toBe(200)
  expect(victim.cookie()).not.toBe(planted)
  const [cookie = ''] = joined.answer.headers.getSetCookie()
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=(Lax|Strict)/)
  const attacker = browserOf(house, 'attacker')
  attacker.plant(planted)
  expect((await attacker.ask('GET', '/api/me')).json).toMatchObject({ seats: [] })
  // Signing in once more changes the secret again, and the one before is worth nothing.
  const before = victim.cookie()
  await join(house, links.ORL.url, 'Halyna Marenko', victim)
  expect(victim.cookie()).not.toBe(before)
  attacker.plant(before)
  expect((await attacker.ask('GET', '/api/me')).json).toMatchObject({ seats: [] })
  // What is open in another tab ends with the session.
  const tab = await enter({ origin: house.origin, negotiation: id, token: victim.cookie().split('=')[1] ?? '' })
  expect(tab.end()).toBeUndefined()
  expect((await victim.ask('POST', '/api/sign-out')).status).toBe(204)
  expect(await tab.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
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
