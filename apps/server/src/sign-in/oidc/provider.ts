/**
 * One OpenID provider: discovery, the way there, and what it says of whoever came back (OpenID Connect Core, authorization code flow with
 * PKCE, RFC 7636; state and nonce; issuer identification, RFC 9207).
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import { z } from 'zod'
import type { OidcProvider } from './settings.ts'

/** What has to be remembered while somebody is at the provider. */
export const Errand = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), redirect: z.string() })
export type Errand = z.infer<typeof Errand>

export type Known = {
  readonly issuer: string
  readonly subject: string
  readonly name: string | undefined
  /** In lower case; only where the provider vouches for it. */
  readonly email: string | undefined
}

/** The provider could not be reached, or is not what it was configured as. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable'
}
/** What came back is not an answer to our question, or the provider said no. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused'
}

export type Provider = {
  /** The address to send a browser to, to come back to `redirect`. Throws `ProviderUnavailable`. */
  readonly begin: (redirect: string) => Promise<{ readonly url: string; readonly errand: Errand }>
  /** Whoever came back, with what the provider added to the address. Throws `ProviderRefused`, `ProviderUnavailable`. */
  readonly finish: (errand: Errand, search: string) => Promise<Known>
}

const Claims = z.object({
  iss: z.string().max(2_000),
  sub: z.string().min(1).max(255),
  name: z.string().max(200).optional().catch(undefined),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .optional()
    .catch(undefined),
})

const MoreClaims = Claims.partial()
const nothing: z.infer<typeof MoreClaims> = {}

export function openProvider({ issuer, clientId, clientSecret, trustsEmail }: OidcProvider): Provider {
  let known: Promise<Configuration> | undefined

  /** Looked up once; after a failure, again. */
  const configuration = async (): Promise<Configuration> => {
    const url = new URL(issuer)
    // Only ever on this computer: `isSafe` has seen to it.
    const options = url.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}
    known ??= discovery(url, clientId, clientSecret, undefined, options)
    try {
      return await known
    } catch (error) {
      known = undefined
      throw new ProviderUnavailable(issuer, { cause: error })
    }
  }

  return {
    async begin(redirect) {
      const config = await configuration()
      const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), redirect }
      const url = buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid profile email',
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
        state: errand.state,
        nonce: errand.nonce,
      })
      return { url: url.href, errand }
    },
    async finish({ state, nonce, verifier, redirect }, search) {
      const config = await configuration()
      const back = new URL(redirect)
      back.search = search
      try {
        const tokens = await authorizationCodeGrant(config, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        const told = Claims.parse(tokens.claims())
        // Many providers tell the address only at the userinfo endpoint.
        const more =
          told.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
            ? MoreClaims.parse(await fetchUserInfo(config, tokens.access_token, told.sub))
            : nothing
        const { email, email_verified } = told.email === undefined ? more : told
        const vouched = trustsEmail || email_verified === true || email_verified === 'true'
        return {
          issuer: told.iss,
          subject: told.sub,
          name: (told.name ?? more.name)?.trim() || undefined,
          email: vouched ? email?.toLowerCase() : undefined,
        }
      } catch (error) {
        throw new ProviderRefused(issuer, { cause: error })
      }
    },
  }
}
