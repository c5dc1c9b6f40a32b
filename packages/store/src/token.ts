/** How a secret in somebody's hand is named in the store: by its hash, so that reading the store opens no door. */
import { hash } from 'node:crypto'
import { z } from 'zod'

/** SHA-256 of a token, 64 hex digits. Tokens have 256 random bits, so the hash needs no salt and no stretching. */
export const TokenHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('TokenHash')
export type TokenHash = z.infer<typeof TokenHash>

/** Names a token. */
export function hashToken(token: string): TokenHash {
  return TokenHash.parse(hash('sha256', token))
}
