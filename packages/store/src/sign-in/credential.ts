/** Other ways for the same person to sign in: passkeys, and identities at a provider. And what was begun and is not yet finished. */
import type { Timestamp } from '@entente/agreement'
import type { TokenHash } from '../token.ts'
import type { PersonId } from './person.ts'

/** A public key whose other half a device of the person keeps (Web Authentication, Level 3). */
export type Passkey = {
  /** The credential id, base64url. */
  readonly passkey: string
  readonly person: PersonId
  /** As its owner calls it. */
  readonly name: string
  /** COSE_Key, as the authenticator gave it. */
  readonly publicKey: Uint8Array
  /** How often it has signed, where the authenticator counts; else 0. */
  readonly counter: number
  readonly createdAt: Timestamp
  readonly lastUsed: Timestamp | undefined
}

/** Somebody as an OpenID provider knows them: the pair of issuer and subject is theirs for ever (OpenID Connect Core, 5.7). */
export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly person: PersonId
  /** Only an address that the provider says it has verified. In lower case. */
  readonly email: string | undefined
  readonly linkedAt: Timestamp
}

/**
 * A sign-in that a browser has begun and not finished: what has to be remembered in between, found by the hash of a secret that the
 * browser brings back. It is taken once.
 */
export type Attempt = { readonly hash: TokenHash; readonly expires: Timestamp; readonly payload: string }
