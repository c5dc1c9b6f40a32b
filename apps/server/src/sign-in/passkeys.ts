/**
 * Passkeys (Web Authentication, Level 3): another way for somebody who came in by a link to come back, from this device or another.
 *
 * The name they are bound to is the one people see in the address bar, which the Origin of the request says. A bare address has no such name,
 * so there are no passkeys there.
 */
import { isIP } from 'node:net'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Person } from '@entente/store'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import { json, Name, refused } from '../http/answers.ts'
import { isOwnOrigin } from '../http/origin.ts'
import { problem } from '../http/problem.ts'
import { keepAttempt, takeAttempt } from './attempts.ts'
import { signBrowserIn } from './session.ts'
import { newToken } from './token.ts'
import { whoAsks } from './who.ts'

/** Passkeys one person may have. */
export const MAX_PASSKEYS = 20

/** EdDSA, ES256 and RS256 (COSE). Without a list the library asks for ML-DSA as well, which Node calls experimental. */
const ALGORITHMS = [-8, -7, -257] as const

const PasskeyId = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/)
/** Bytes as base64url, in what a browser's `toJSON()` of a credential gives. */
const Bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(65_536)
const envelope = { id: PasskeyId, rawId: PasskeyId, type: z.literal('public-key'), clientExtensionResults: z.object({}).default({}) }
const MadeCredential = z.object({ ...envelope, response: z.object({ clientDataJSON: Bytes, attestationObject: Bytes }) })
const UsedCredential = z.object({
  ...envelope,
  response: z.object({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes, userHandle: Bytes.optional() }),
})
const Options = z.object({ options: z.looseObject({ challenge: z.string() }) })
const one = { params: z.object({ passkey: PasskeyId }) }

const list = createRoute({
  method: 'get',
  path: '/api/passkeys',
  summary: 'Your passkeys',
  responses: {
    200: {
      description: 'Oldest first',
      ...json(z.array(z.object({ id: PasskeyId, name: z.string(), since: z.iso.datetime(), lastUsed: z.iso.datetime().optional() }))),
    },
    401: refused,
  },
})

const beginAdding = createRoute({
  method: 'post',
  path: '/api/passkeys/begin',
  summary: 'What the browser needs to make a passkey',
  responses: { 200: { description: 'For `navigator.credentials.create`', ...json(Options) }, 401: refused, 403: refused, 409: refused },
})

const add = createRoute({
  method: 'post',
  path: '/api/passkeys',
  summary: 'Keep a passkey that the browser made',
  request: { body: { required: true, ...json(z.strictObject({ name: Name, credential: MadeCredential })) } },
  responses: { 201: { description: 'Kept' }, 401: refused, 409: refused },
})

const rename = createRoute({
  method: 'post',
  path: '/api/passkeys/{passkey}/rename',
  summary: 'Call a passkey something else',
  request: { ...one, body: { required: true, ...json(z.strictObject({ name: Name })) } },
  responses: { 204: { description: 'Renamed' }, 401: refused, 404: refused },
})

const remove = createRoute({
  method: 'post',
  path: '/api/passkeys/{passkey}/remove',
  summary: 'Forget a passkey: nobody signs in with it any more',
  request: one,
  responses: { 204: { description: 'Forgotten' }, 401: refused, 404: refused },
})

const beginSignIn = createRoute({
  method: 'post',
  path: '/api/passkeys/sign-in/begin',
  summary: 'What the browser needs to sign in with a passkey',
  responses: { 200: { description: 'For `navigator.credentials.get`', ...json(Options) }, 409: refused, 429: refused },
})

const signIn = createRoute({
  method: 'post',
  path: '/api/passkeys/sign-in',
  summary: 'Sign in with a passkey',
  request: { body: { required: true, ...json(z.strictObject({ credential: UsedCredential })) } },
  responses: { 204: { description: 'Signed in; the session is a cookie' }, 401: refused, 409: refused, 429: refused },
})

export function passkeyRoutes(host: Host) {
  const { store, settings } = host

  /** The page that asks, where it has a name that a passkey can be bound to. */
  const siteOf = (c: Context): { readonly origin: string; readonly name: string } | undefined => {
    const origin = c.req.header('origin')
    if (origin === undefined || !isOwnOrigin(origin, c.req.header('host'), settings.origins)) return undefined
    const name = new URL(origin).hostname
    return isIP(name.replace(/^\[|\]$/g, '')) === 0 ? { origin, name } : undefined
  }

  /** Nobody learns whether it was the passkey, the person or the signature. */
  const notSignedIn = (c: Context) => problem(c, host.guesses.spend(host.addressOf(c)) ? 'passkey-invalid' : 'rate-limited')

  return new OpenAPIHono({ defaultHook: host.malformed })
    .openapi(list, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const own = await store.signIn.passkeysOf(asker.person.person)
      return c.json(
        own.map(({ passkey, name, createdAt, lastUsed }) => ({ id: passkey, name, since: createdAt, ...(lastUsed && { lastUsed }) })),
        200,
      )
    })
    .openapi(beginAdding, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      if (asker.person.kind === 'demo') return problem(c, 'not-allowed')
      const site = siteOf(c)
      if (site === undefined) return problem(c, 'passkey-impossible')
      const { person, name } = asker.person
      const own = await store.signIn.passkeysOf(person)
      if (own.length >= MAX_PASSKEYS) return problem(c, 'too-many-passkeys')
      const challenge = newToken()
      await keepAttempt(host, challenge, { is: 'passkey-add', person })
      const options = await generateRegistrationOptions({
        rpName: 'Entente',
        rpID: site.name,
        userName: name,
        userDisplayName: name,
        userID: new TextEncoder().encode(person),
        challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
        excludeCredentials: own.map(({ passkey: id }) => ({ id })),
        supportedAlgorithmIDs: [...ALGORITHMS],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return c.json({ options: { ...options } }, 200)
    })
    .openapi(add, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const site = siteOf(c)
      if (site === undefined) return problem(c, 'passkey-impossible')
      const { name, credential } = c.req.valid('json')
      const challenge = challengeIn(credential)
      const attempt = challenge && (await takeAttempt(host, challenge, 'passkey-add'))
      if (!challenge || !attempt || attempt.person !== asker.person.person) return problem(c, 'passkey-invalid')
      const made = await verified(() =>
        verifyRegistrationResponse({
          response: credential,
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.name,
          supportedAlgorithmIDs: [...ALGORITHMS],
        }),
      )
      if (made?.registrationInfo === undefined) return problem(c, 'passkey-invalid')
      const { id, publicKey, counter } = made.registrationInfo.credential
      if ((await store.signIn.passkey(id)) !== undefined) return problem(c, 'passkey-invalid')
      const { person } = asker.person
      await store.signIn.addPasskey({ passkey: id, person, name, publicKey, counter, createdAt: host.timestamp(), lastUsed: undefined })
      return c.body(null, 201)
    })
    .openapi(rename, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const done = await store.signIn.renamePasskey(asker.person.person, c.req.valid('param').passkey, c.req.valid('json').name)
      return done ? c.body(null, 204) : problem(c, 'not-found')
    })
    .openapi(remove, async (c) => {
      const asker = await whoAsks(c, host)
      if (asker === undefined) return problem(c, 'not-signed-in')
      const done = await store.signIn.removePasskey(asker.person.person, c.req.valid('param').passkey)
      return done ? c.body(null, 204) : problem(c, 'not-found')
    })
    .openapi(beginSignIn, async (c) => {
      const site = siteOf(c)
      if (site === undefined) return problem(c, 'passkey-impossible')
      if (!host.attempts.spend(host.addressOf(c))) return problem(c, 'rate-limited')
      const challenge = newToken()
      await keepAttempt(host, challenge, { is: 'passkey-sign-in' })
      const options = await generateAuthenticationOptions({
        rpID: site.name,
        challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
        userVerification: 'required',
      })
      return c.json({ options: { ...options } }, 200)
    })
    .openapi(signIn, async (c) => {
      const site = siteOf(c)
      if (site === undefined) return problem(c, 'passkey-impossible')
      const { credential } = c.req.valid('json')
      const challenge = challengeIn(credential)
      const attempt = challenge && (await takeAttempt(host, challenge, 'passkey-sign-in'))
      const passkey = await store.signIn.passkey(credential.id)
      const person: Person | undefined = passkey && (await store.signIn.person(passkey.person))
      if (!challenge || !attempt || passkey === undefined || person === undefined) return notSignedIn(c)
      const checked = await verified(() =>
        verifyAuthenticationResponse({
          response: credential,
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.name,
          credential: { id: passkey.passkey, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
        }),
      )
      if (checked?.verified !== true) return notSignedIn(c)
      await store.signIn.usePasskey(passkey.passkey, checked.authenticationInfo.newCounter, host.timestamp())
      const before = await whoAsks(c, host)
      await signBrowserIn(host, c, person.person, before?.person.kind === 'demo' ? undefined : before?.session.hash)
      return c.body(null, 204)
    })
}

/** The challenge a credential answers, as the browser says; whether it is one of ours is asked next. */
function challengeIn({ response }: { readonly response: { readonly clientDataJSON: string } }): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
    const challenge = z.object({ challenge: z.string().max(128) }).safeParse(data)
    return challenge.success ? challenge.data.challenge : undefined
  } catch {
    return undefined
  }
}

/** The library throws for everything that is wrong with what a browser sent; that is an answer here. */
async function verified<Result>(verify: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await verify()
  } catch {
    return undefined
  }
}
