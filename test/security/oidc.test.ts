/** Signing in through an organisation, against a real OpenID provider: what lets somebody in, and what does not. */
import { expect, test } from 'vitest'
import { browserOf, founding, join, secretOf, type Browser, type Founding } from '../stories/founding.ts'
import { CLIENT, identityProvider, throughProvider } from '../stories/identity-provider.ts'

type Going = { readonly url: string; readonly cookie: string }

async function withProvider(claims?: (login: string) => object) {
  const provider = await identityProvider(claims)
  const talks = await founding({
    oidc: [{ id: 'ministry', name: 'Ministry', issuer: provider.issuer, ...CLIENT, trustsEmail: false }],
  })
  provider.serve(talks.house.origin)
  return { ...talks, provider }
}

/** Begins a sign-in in a browser: where to go, and the secret the browser keeps meanwhile. */
async function begin(browser: Browser, to: 'sign-in' | 'link' = 'sign-in', back = '/account'): Promise<Going> {
  const { json, answer, status } = await browser.ask('POST', '/api/oidc/ministry/start', { to, back })
  expect(status).toBe(200)
  return { url: (json as { url: string }).url, cookie: /entente_oidc=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '' }
}

/** Comes back with an address and, unless told otherwise, that secret. Answers where the server sends the browser. */
async function comeBack({ house }: Pick<Founding, 'house'>, browser: Browser, address: string, cookie: string): Promise<string> {
  const { pathname, search } = new URL(address)
  const answer = await house.fetch(`${pathname}${search}`, {
    redirect: 'manual',
    headers: { cookie: [browser.cookie(), cookie].filter(Boolean).join('; '), origin: '' },
  })
  const session = answer.headers.getSetCookie().find((line) => line.startsWith('entente_session='))
  if (session !== undefined) browser.plant(session.split(';')[0] ?? '')
  return answer.headers.get('location') ?? String(answer.status)
}

async function signIn(
  talks: Pick<Founding, 'house'>,
  browser: Browser,
  login: string,
  to: 'sign-in' | 'link' = 'sign-in',
): Promise<string> {
  const { url, cookie } = await begin(browser, to)
  return comeBack(talks, browser, await throughProvider(url, login), cookie)
}

const me = async (browser: Browser) => (await browser.ask('GET', '/api/me')).json as { person?: string; seats: unknown[] }

test('[oidc-2] a sign-in through an organisation brings the same person back, and gives no seat', async () => {
  const talks = await withProvider()
  const browser = browserOf(talks.house, 'Ilka')
  const { url } = await begin(browser)
  const asked = new URL(url).searchParams
  expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')]).toEqual([
    'code',
    'S256',
    'openid profile email',
  ])
  for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked.get(secret)?.length).toBeGreaterThanOrEqual(43)
  expect(await signIn(talks, browser, 'ilka')).toBe('/account')
  expect(await me(browser)).toMatchObject({ person: 'ilka', seats: [] })
  expect((await browser.ask('GET', '/api/identities')).json).toEqual([
    expect.objectContaining({ name: 'Ministry', email: 'ilka@mfa.example' }),
  ])
  await join(talks.house, talks.links.KES.url, 'Ilka Marn', browser)
  const elsewhere = browserOf(talks.house, 'Ilka, elsewhere')
  expect(await signIn(talks, elsewhere, 'ilka')).toBe('/account')
  expect(await me(elsewhere)).toMatchObject({ person: 'ilka', seats: [{ party: 'KES' }] })
  const somebody = browserOf(talks.house, 'Somebody')
  await signIn(talks, somebody, 'somebody')
  expect(await me(somebody)).toMatchObject({ person: 'somebody', seats: [] })
})

test('[oidc-3] [T8] an answer signs in once, in the browser that asked, and only as it was given', async () => {
  const talks = await withProvider()
  const [browser, other] = [browserOf(talks.house, 'Ilka'), browserOf(talks.house, 'Other')]
  const refused = '/account?refused=provider-refused'
  const first = await begin(browser)
  const address = await throughProvider(first.url, 'ilka')
  expect(await comeBack(talks, browser, address, first.cookie)).toBe('/account')
  expect(['replayed', await comeBack(talks, browser, address, first.cookie)]).toEqual(['replayed', refused])

  const second = await begin(browser)
  const stolen = await throughProvider(second.url, 'mallory')
  expect(['in a browser that never asked', await comeBack(talks, other, stolen, '')]).toEqual(['in a browser that never asked', refused])
  const others = await begin(other)
  expect(['in a browser that asked something else', await comeBack(talks, other, stolen, others.cookie)]).toEqual([
    'in a browser that asked something else',
    refused,
  ])
  expect(await me(other)).toMatchObject({ seats: [] })
  expect((await me(other)).person).toBeUndefined()

  const changes: readonly (readonly [string, (going: Going, back: URL) => void])[] = [
    ['another state', (_, back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['another issuer', (_, back) => back.searchParams.set('iss', 'https://id.evil.example')],
    ['another code', (_, back) => back.searchParams.set('code', 'y'.repeat(43))],
    ['an error', (_, back) => back.searchParams.set('error', 'access_denied')],
  ]
  for (const [what, change] of changes) {
    const going = await begin(other)
    const back = new URL(await throughProvider(going.url, 'ilka'))
    change(going, back)
    expect([what, await comeBack(talks, other, back.href, going.cookie)]).toEqual([what, refused])
  }
  for (const [what, parameter] of [
    ['another nonce', 'nonce'],
    ['another code challenge', 'code_challenge'],
  ] as const) {
    const going = await begin(other)
    const there = new URL(going.url)
    there.searchParams.set(parameter, 'z'.repeat(43))
    expect([what, await comeBack(talks, other, await throughProvider(there.href, 'ilka'), going.cookie)]).toEqual([what, refused])
  }
  expect((await me(other)).person).toBeUndefined()
})

test('[oidc-3] a provider that names another issuer than it was configured as, or does not answer, is not gone to', async () => {
  const provider = await identityProvider()
  const other = { name: 'Other', ...CLIENT, trustsEmail: false }
  const talks = await founding({
    oidc: [
      { id: 'ministry', issuer: provider.issuer.replace('localhost', '127.0.0.1'), ...other },
      { id: 'silent', issuer: 'http://localhost:1', ...other },
    ],
  })
  provider.serve(talks.house.origin)
  const browser = browserOf(talks.house, 'Ilka')
  for (const id of ['ministry', 'silent'])
    expect(await browser.ask('POST', `/api/oidc/${id}/start`, { to: 'sign-in', back: '/' })).toMatchObject({
      status: 502,
      json: { code: 'provider-unavailable' },
    })
  expect(await browser.ask('POST', '/api/oidc/other/start', { to: 'sign-in', back: '/' })).toMatchObject({ status: 404 })
  expect(await browser.ask('POST', '/api/oidc/ministry/start', { to: 'sign-in', back: 'https://evil.example' })).toMatchObject({
    status: 400,
  })
})

test('[oidc-4] whoever came by a link links their organisation’s sign-in, which then brings them back; nobody takes another’s', async () => {
  const talks = await withProvider()
  const laptop = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  expect(await signIn(talks, laptop, 'halyna', 'link')).toBe('/account')
  const phone = browserOf(talks.house, 'phone')
  await signIn(talks, phone, 'halyna')
  expect(await me(phone)).toMatchObject({ person: 'Halyna Marenko', seats: [{ party: 'KES' }] })
  expect(await signIn(talks, talks.chair, 'halyna', 'link')).toBe('/account?refused=identity-taken')
  const [own] = (await phone.ask('GET', '/api/identities')).json as { id: string }[]
  expect((await talks.chair.ask('POST', `/api/identities/${own?.id}/unlink`)).status).toBe(404)
  expect((await phone.ask('POST', `/api/identities/${own?.id}/unlink`)).status).toBe(204)
  const stranger = browserOf(talks.house, 'stranger')
  await signIn(talks, stranger, 'halyna')
  expect(await me(stranger)).toMatchObject({ person: 'halyna', seats: [] })
  const begun = await begin(phone, 'link')
  const address = await throughProvider(begun.url, 'halyna')
  expect(await comeBack(talks, browserOf(talks.house, 'nobody'), address, begun.cookie)).toBe('/account?refused=not-signed-in')
})

test('[oidc-5] [T5] an invitation for an address opens only for whoever the organisation says has it', async () => {
  const claims = (login: string) => ({
    email: login.includes('@') ? login : `${login}@mfa.example`,
    email_verified: !login.startsWith('unchecked'),
    name: login,
  })
  const talks = await withProvider(claims)
  const head = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const invite = async (expects: string) => {
    const seat = { party: 'KES', role: 'adviser', name: 'Adviser', expects }
    return secretOf(((await head.ask('POST', `/api/negotiations/${talks.id}/seats`, seat)).json as { url: string }).url)
  }
  const [domain, address] = [await invite('@MFA.example'), await invite('petro@mfa.example')]
  const redeem = (browser: Browser, token: string) => browser.ask('POST', '/api/invitations/redeem', { token, name: 'N. N.' })
  const refused = { status: 410, json: { code: 'invitation-invalid' } }
  const stranger = browserOf(talks.house, 'stranger')
  expect((await stranger.ask('POST', '/api/invitations/look', { token: domain })).json).toMatchObject({
    expects: { domain: 'mfa.example', fits: false },
  })
  expect(await redeem(stranger, domain)).toMatchObject(refused)
  for (const login of ['eve@evil-mfa.example', 'eve@mfa.example.evil', 'unchecked']) {
    const browser = browserOf(talks.house, login)
    await signIn(talks, browser, login)
    expect([login, await redeem(browser, domain)]).toMatchObject([login, refused])
  }
  const petro = browserOf(talks.house, 'petro')
  await signIn(talks, petro, 'petro')
  const daria = browserOf(talks.house, 'daria')
  await signIn(talks, daria, 'daria')
  expect(await redeem(daria, address)).toMatchObject(refused)
  expect(await redeem(daria, domain)).toMatchObject({ status: 200 })
  expect(await redeem(petro, address)).toMatchObject({ status: 200 })
})

test('[oidc-5] without a provider nobody could vouch for an address, so no invitation asks for one', async () => {
  const talks = await founding()
  const seat = { party: 'KES', role: 'adviser', name: 'Adviser', expects: '@mfa.example' }
  expect(await talks.chair.ask('POST', `/api/negotiations/${talks.id}/seats`, seat)).toMatchObject({
    status: 400,
    json: { code: 'malformed' },
  })
})
