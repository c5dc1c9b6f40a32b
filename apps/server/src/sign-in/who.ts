/**
 * Who asks: the session behind a request, the person it belongs to, and the seats they hold.
 *
 * A tab that speaks for a seat of the demonstration sends its own token; everybody else has a cookie that scripts cannot read. Sessions
 * of the demonstration count only while the demonstration runs.
 */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { hashToken, StoreFault, type Session, type SignedIn, type Store } from '@entente/store'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Host } from '../host.ts'
import { Token } from './token.ts'

export const SESSION_COOKIE = 'entente_session'

/** How old the note of a session's last use may become, in milliseconds, before it is written anew. */
const USE_NOTED_EVERY = 5 * 60_000

/** The token a request carries: in the Authorization header first, because a tab may be somebody else than the browser. */
export function tokenOf(c: Context): string | undefined {
  const header = c.req.header('authorization')
  return header?.startsWith('Bearer ') === true ? header.slice('Bearer '.length) : getCookie(c, SESSION_COOKIE)
}

/** Whoever a token stands for, or nobody. */
export async function whoHolds(token: string | undefined, { signIn }: Store, demo: boolean, at: Timestamp): Promise<SignedIn | undefined> {
  if (!Token.safeParse(token).success || token === undefined) return undefined
  const who = await signIn.signedIn(hashToken(token), at)
  if (who === undefined || (who.person.kind === 'demo' && !demo)) return undefined
  if (Date.parse(at) - Date.parse(who.session.lastUsed) > USE_NOTED_EVERY) await noteUse(signIn, who.session, at)
  return who
}

/** What of the server it takes to know who asks. */
export type Asked = Pick<Host, 'store' | 'demo' | 'timestamp'>

/** Whoever a request comes from, or nobody. */
export function whoAsks(c: Context, { store, demo, timestamp }: Asked): Promise<SignedIn | undefined> {
  return whoHolds(tokenOf(c), store, demo, timestamp())
}

/** A full disk is no reason to keep somebody from reading. */
async function noteUse(signIn: Store['signIn'], { hash }: Session, at: Timestamp): Promise<void> {
  try {
    await signIn.useSession(hash, at)
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
  }
}

/** The seat somebody holds at one negotiation. Whether it still stands is for the record to say. */
export function seatAt(who: SignedIn | undefined, negotiation: NegotiationId): SeatId | undefined {
  return who?.seats.find((held) => held.negotiation === negotiation)?.seat
}
