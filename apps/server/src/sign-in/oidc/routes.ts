/**
 * Signing in through one's organisation. It says who somebody is and gives nothing: seats are taken by invitation, and an invitation may
 * ask for an address that the organisation vouches for.
 *
 * What has to be remembered between going and coming back is kept under the hash of a secret in a cookie of this browser, and taken once, so
 * neither a replayed answer nor one that another browser was given signs anybody in.
 */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { hashToken, type Identity, type Person } from '@entente/store'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Host } from '../../host.ts'
import { json, refused } from '../../http/answers.ts'
import { isOwnOrigin } from '../../http/origin.ts'
import { problem } from '../../http/problem.ts'
import { keepAttempt, takeAttempt } from '../attempts.ts'
import { newPerson, signBrowserIn } from '../session.ts'
import { newToken, Token } from '../token.ts'
import { whoAsks } from '../who.ts'
import { openProvider, ProviderRefused, ProviderUnavailable, type Known, type Provider } from './provider.ts'
import type { OidcProvider } from './settings.ts'

const COOKIE = 'entente_oidc'
/** How long somebody may take at the provider, in seconds. */
const PATIENCE = 600

/** The pages one comes back to. */
const Page = z.enum(['/', '/join', '/account'])
type Page = z.infer<typeof Page>

const start = createRoute({
  method: 'post',
  path: '/api/oidc/{provider}/start',
  summary: 'Go to a provider: to sign in, or to link what it says to whoever is signed in here',
  request: {
    params: z.object({ provider: z.string().max(32) }),
    body: { required: true, ...json(z.strictObject({ to: z.enum(['sign-in', 'link']), back: Page })) },
  },
  responses: {
    200: { description: 'The address to go to', ...json(z.object({ url: z.string() })) },
    401: refused,
    403: refused,
    404: refused,
    429: refused,
    502: refused,
  },
})

const list = createRoute({
  method: 'get',
  path: '/api/identities',
  summary: 'Which sign-ins of organisations are linked to you',
  responses: {
    200: {
      description: 'Oldest first',
      ...json(z.array(z.object({ id: z.string(), name: z.string(), email: z.string().optional(), since: z.iso.datetime() }))),
    },
    401: refused,
  },
})

const unlink = createRoute({
  method: 'post',
  path: '/api/identities/{identity}/unlink',
  summary: 'Forget a linked sign-in: it signs in as you no more',
  request: { params: z.object({ identity: z.string().regex(/^[0-9a-f]{16}$/) }) },
  responses: { 204: { description: 'Forgotten' }, 401: refused, 404: refused },
})

export function oidcRoutes(host: Host) {
  const { store, settings } = host
  const configured = settings.oidc ?? []
  const providers = new Map(configured.map((one) => [one.id, { ...one, ...openProvider(one) }]))
  const path = `${settings.basePath}/api/oidc/`

  /** Signs the browser in as whoever the provider knows, or links them to whoever began it. Answers why not. */
  const arrive = async (c: Context, known: Known, link: string | undefined): Promise<string | undefined> => {
    const before = await whoAsks(c, host)
    const identity = { issuer: known.issuer, subject: known.subject, email: known.email, linkedAt: host.timestamp() }
    if (link !== undefined) {
      if (before === undefined || before.person.person !== link) return 'not-signed-in'
      return (await store.signIn.linkIdentity({ ...identity, person: before.person.person })) ? undefined : 'identity-taken'
    }
    const linked = await store.signIn.identity(known.issuer, known.subject)
    const person: Pick<Person, 'person'> = linked ?? (await newPerson(host, known.name ?? known.email ?? 'Somebody', 'invited'))
    await store.signIn.linkIdentity({ ...identity, person: person.person })
    await signBrowserIn(host, c, person.person, before?.person.kind === 'demo' ? undefined : before?.session.hash)
    return undefined
  }

  const back = (c: Context, page: Page, refusal: string | undefined) =>
    c.redirect(`${settings.basePath}${page}${refusal === undefined ? '' : `?refused=${refusal}`}`, 303)

  const app = new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(start, async (c) => {
      const provider = providers.get(c.req.valid('param').provider)
      if (provider === undefined) return problem(c, 'not-found')
      const origin = c.req.header('origin')
      if (origin === undefined || !isOwnOrigin(origin, c.req.header('host'), settings.origins)) return problem(c, 'origin-refused')
      if (!host.attempts.spend(host.addressOf(c))) return problem(c, 'rate-limited')
      const { to, back: page } = c.req.valid('json')
      const asker = to === 'link' ? await whoAsks(c, host) : undefined
      if (to === 'link' && asker === undefined) return problem(c, 'not-signed-in')
      if (asker?.person.kind === 'demo') return problem(c, 'not-allowed')
      const begun = await provider.begin(`${origin}${path}${provider.id}/callback`).catch(unavailable)
      if (begun === undefined) return problem(c, 'provider-unavailable')
      const secret = newToken()
      const link = asker && { link: asker.person.person }
      await keepAttempt(host, secret, { is: 'oidc', provider: provider.id, errand: begun.errand, back: page, ...link })
      setCookie(c, COOKIE, secret, { httpOnly: true, sameSite: 'Lax', secure: settings.secureCookie, path, maxAge: PATIENCE })
      return c.json({ url: begun.url }, 200)
    })
    .openapi(list, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const own = await store.signIn.identitiesOf(asker.person.person)
      return c.json(
        own.map((identity) => ({
          id: idOf(identity),
          name: nameOf(configured, identity),
          since: identity.linkedAt,
          ...(identity.email && { email: identity.email }),
        })),
        200,
      )
    })
    .openapi(unlink, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const { identity: id } = c.req.valid('param')
      const meant = (await store.signIn.identitiesOf(asker.person.person)).find((identity) => idOf(identity) === id)
      if (meant === undefined) return problem(c, 'not-found')
      await store.signIn.unlinkIdentity(asker.person.person, meant.issuer, meant.subject)
      return c.body(null, 204)
    })
  app.get('/api/oidc/:provider/callback', async (c) => {
    const secret = Token.safeParse(getCookie(c, COOKIE))
    deleteCookie(c, COOKIE, { path })
    const attempt = secret.success ? await takeAttempt(host, secret.data, 'oidc') : undefined
    const provider = providers.get(c.req.param('provider'))
    if (attempt === undefined || provider === undefined || attempt.provider !== provider.id) return back(c, '/account', 'provider-refused')
    const page = Page.parse(attempt.back)
    const known = await whoCame(provider, attempt.errand, new URL(c.req.url).search)
    return back(c, page, typeof known === 'string' ? known : await arrive(c, known, attempt.link))
  })
  return app
}

async function whoCame(
  provider: Provider,
  errand: Parameters<Provider['finish']>[0],
  search: string,
): Promise<Known | 'provider-refused' | 'provider-unavailable'> {
  try {
    return await provider.finish(errand, search)
  } catch (error) {
    if (error instanceof ProviderRefused) return 'provider-refused'
    if (error instanceof ProviderUnavailable) return 'provider-unavailable'
    throw error
  }
}

function unavailable(error: unknown): undefined {
  if (!(error instanceof ProviderUnavailable)) throw error
}

function idOf({ issuer, subject }: Identity): string {
  return hashToken(JSON.stringify([issuer, subject])).slice(0, 16)
}

/** What the provider of an identity is called; one that is configured no more, by its address. */
function nameOf(configured: readonly OidcProvider[], { issuer }: Identity): string {
  return configured.find((provider) => provider.issuer.replace(/\/$/, '') === issuer.replace(/\/$/, ''))?.name ?? issuer
}
