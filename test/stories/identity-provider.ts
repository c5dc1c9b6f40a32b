/** A real OpenID provider on this computer, at which anybody signs in under any name, and a person who does so without a browser. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { onTestFinished } from 'vitest'

export const CLIENT = { clientId: 'entente', clientSecret: 'a-secret-of-at-least-thirty-two-characters' }

export type IdentityProvider = {
  readonly issuer: string
  /** From now on it answers, for a server at this origin. */
  readonly serve: (origin: string, providerId?: string) => void
}

/** Opens the port at once, so that the address is known; it answers nothing sensible before `serve`. `claims` is what it says of a login. */
export async function identityProvider(
  claims: (login: string) => object = (login) => ({ email: `${login}@mfa.example`, email_verified: true, name: login }),
): Promise<IdentityProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const issuer = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    issuer,
    serve(origin, providerId = 'ministry') {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: [`${origin}/api/oidc/${providerId}/callback`],
            response_types: ['code'],
            grant_types: ['authorization_code'],
          },
        ],
        pkce: { required: () => true },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        cookies: { keys: ['only for this test'] },
        findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...claims(id) }) }),
        ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
        features: { devInteractions: { enabled: true } },
      })
      handle = provider.callback()
    },
  }
}

/** Goes to the provider, signs in there, consents, and answers the address it sends the browser back to. */
export async function throughProvider(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = url
  let form: URLSearchParams | undefined
  for (let steps = 0; steps < 12; steps += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie: Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    form = undefined
    const next = answer.headers.get('location')
    if (next !== null) {
      at = new URL(next, at).href
      if (at.includes('/callback?')) return at
      continue
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (prompt === undefined) throw new Error(`The provider said ${answer.status}: ${page.slice(0, 300)}`)
    form = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) })
  }
  throw new Error('The provider did not come to an end')
}
