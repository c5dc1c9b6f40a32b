/**
 * Who asks: the session behind a request, and the seats it holds.
 *
 * A tab that speaks for a seat of the demonstration sends its own token; everybody else has a cookie that scripts cannot read. Sessions
 * of the demonstration count only while the demonstration runs.
 */
import type { NegotiationId, Timestamp } from '@entente/agreement'
import { hashToken, type SeatTaken, type Session, type Store } from '@entente/store'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { Token } from './token.ts'

export const SESSION_COOKIE = 'entente_session'

export type Who = { readonly session: Session; readonly seats: readonly SeatTaken[] }

/** The token a request carries: in the Authorization header first, because a tab may be somebody else than the browser. */
export function tokenOf(c: Context): string | undefined {
  const header = c.req.header('authorization')
  return header?.startsWith('Bearer ') === true ? header.slice('Bearer '.length) : getCookie(c, SESSION_COOKIE)
}

/** Whoever a token stands for, or nobody. */
export async function whoHolds(token: string | undefined, store: Store, demo: boolean, at: Timestamp): Promise<Who | undefined> {
  if (!Token.safeParse(token).success || token === undefined) return undefined
  const hash = hashToken(token)
  const session = await store.signIn.session(hash, at)
  if (session === undefined || (session.kind === 'demo' && !demo)) return undefined
  return { session, seats: await store.signIn.seatsOf(hash, at) }
}

/** The seat somebody holds at one negotiation. */
export function seatAt(who: Who | undefined, negotiation: NegotiationId): SeatTaken['seat'] | undefined {
  return who?.seats.find((held) => held.negotiation === negotiation)?.seat
}
