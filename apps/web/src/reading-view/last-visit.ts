/** When this browser last showed a table to a seat, so that "since my last visit" can be told. Kept on the device only. */
import { Timestamp, type NegotiationId, type SeatId } from '@entente/agreement'

/** Coming back within this time is the same visit, in milliseconds: a reload, or a look elsewhere. */
const SAME_VISIT = 15 * 60_000

const key = (negotiation: NegotiationId, seat: SeatId) => `entente-visit:${negotiation}:${seat}`

type Visits = { readonly before?: string; readonly last: string }

/** Notes that the table is being looked at now. Answers when the visit before this one ended, if there was one. */
export function noteVisit(storage: Pick<Storage, 'getItem' | 'setItem'>, negotiation: NegotiationId, seat: SeatId, now: Timestamp) {
  const kept = read(storage.getItem(key(negotiation, seat)))
  const same = kept !== undefined && Date.parse(now) - Date.parse(kept.last) < SAME_VISIT
  const before = same ? kept.before : kept?.last
  storage.setItem(key(negotiation, seat), JSON.stringify({ ...(before !== undefined && { before }), last: now } satisfies Visits))
  const parsed = Timestamp.safeParse(before)
  return parsed.success ? parsed.data : undefined
}

function read(kept: string | null): Visits | undefined {
  if (kept === null) return undefined
  try {
    const visits: unknown = JSON.parse(kept)
    return isVisits(visits) ? visits : undefined
  } catch {
    // Somebody else's value under our name: the visit counts as the first.
    return undefined
  }
}

function isVisits(value: unknown): value is Visits {
  return typeof value === 'object' && value !== null && 'last' in value && typeof value.last === 'string'
}
