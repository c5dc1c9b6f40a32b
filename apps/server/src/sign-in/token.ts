/** Tokens: 256 random bits in the hand of one person, of which the server keeps only a hash. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** As it stands in a link, a cookie or a header. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
