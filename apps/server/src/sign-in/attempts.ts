/** What is remembered between the two halves of a sign-in: kept under the hash of a secret that the browser brings back, taken once. */
import { hashToken } from '@entente/store'
import { z } from 'zod'
import type { Host } from '../host.ts'
import { Errand } from './oidc/provider.ts'
import { later } from './session.ts'

/** How long a browser may take between the halves, in milliseconds. */
const ATTEMPT_LASTS = 10 * 60_000

const Attempt = z.discriminatedUnion('is', [
  z.object({ is: z.literal('passkey-add'), person: z.string() }),
  z.object({ is: z.literal('passkey-sign-in') }),
  z.object({
    is: z.literal('oidc'),
    provider: z.string(),
    errand: Errand,
    /** The page to come back to. */
    back: z.string(),
    /** The person to link the identity to, instead of signing in. */
    link: z.string().optional(),
  }),
])
export type Attempt = z.infer<typeof Attempt>

type Keeping = Pick<Host, 'store' | 'timestamp'>

export async function keepAttempt({ store, timestamp }: Keeping, secret: string, attempt: Attempt): Promise<void> {
  const at = timestamp()
  const kept = { hash: hashToken(secret), expires: later(at, ATTEMPT_LASTS), payload: JSON.stringify(attempt) }
  await store.signIn.keepAttempt(kept, at)
}

/** The attempt behind a secret, if it is one of this kind; whatever it was, it cannot be taken again. */
export async function takeAttempt<Kind extends Attempt['is']>(
  { store, timestamp }: Keeping,
  secret: string,
  is: Kind,
): Promise<Extract<Attempt, { is: Kind }> | undefined> {
  const payload = await store.signIn.takeAttempt(hashToken(secret), timestamp())
  if (payload === undefined) return undefined
  const attempt = Attempt.parse(JSON.parse(payload))
  return isKind(attempt, is) ? attempt : undefined
}

function isKind<Kind extends Attempt['is']>(attempt: Attempt, is: Kind): attempt is Extract<Attempt, { is: Kind }> {
  return attempt.is === is
}
