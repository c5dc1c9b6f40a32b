/**
 * The OpenID providers of a server, read from environment variables:
 *
 *     ENTENTE_OIDC=ministry,hub
 *     ENTENTE_OIDC_MINISTRY_ISSUER=https://id.mfa.example    ENTENTE_OIDC_MINISTRY_CLIENT_ID=entente    …_CLIENT_SECRET=…    …_NAME=…
 */
import { z } from 'zod'

/** Providers a server may have. */
const MAX_PROVIDERS = 8

export type OidcProvider = {
  /** Stands in addresses: the one that is registered with the provider as where to come back to. */
  readonly id: string
  /** What people call it. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** Without one, the provider knows us as a public client. */
  readonly clientSecret: string | undefined
  /** The provider gives out only addresses of its own that it has checked, and does not say so with each. */
  readonly trustsEmail: boolean
}

const Id = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'a name of small letters, digits and hyphens')
const Issuer = z.string().refine((url) => URL.canParse(url) && isSafe(new URL(url)), 'an https: address (http: only on this computer)')

/** The providers, or a sentence for each that cannot be used. */
export function readProviders(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly providers: readonly OidcProvider[] } | { readonly ok: false; readonly problems: readonly string[] } {
  const ids = (environment['ENTENTE_OIDC'] ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
  const problems: string[] = []
  if (ids.length > MAX_PROVIDERS) problems.push(`ENTENTE_OIDC: at most ${MAX_PROVIDERS} providers`)
  if (new Set(ids).size < ids.length) problems.push('ENTENTE_OIDC: a provider is named twice')
  const providers = ids.flatMap((id): readonly OidcProvider[] => {
    const named = Id.safeParse(id)
    if (!named.success) {
      problems.push(`ENTENTE_OIDC: ${id}: ${named.error.issues[0]?.message ?? ''}`)
      return []
    }
    const prefix = `ENTENTE_OIDC_${id.toUpperCase().replaceAll('-', '_')}`
    const issuer = Issuer.safeParse(environment[`${prefix}_ISSUER`])
    if (!issuer.success) problems.push(`${prefix}_ISSUER: ${issuer.error.issues[0]?.message ?? ''}`)
    const clientId = environment[`${prefix}_CLIENT_ID`]
    if (!clientId) problems.push(`${prefix}_CLIENT_ID: missing`)
    if (!issuer.success || !clientId) return []
    return [
      {
        id,
        name: environment[`${prefix}_NAME`] || id,
        issuer: issuer.data,
        clientId,
        clientSecret: environment[`${prefix}_CLIENT_SECRET`] || undefined,
        trustsEmail: environment[`${prefix}_TRUST_EMAIL`] === '1',
      },
    ]
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, providers }
}

/** Whether what is sent there can be read by nobody on the way: TLS, or it does not leave this computer. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}
