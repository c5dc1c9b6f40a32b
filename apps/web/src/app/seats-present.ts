/** Who is at the table, counted the way people count: by seat, not by window. */
import type { PartyId } from '@entente/agreement'
import type { Presence } from '@entente/sync/client'

/** The seats present per party; somebody with two windows is one. */
export function seatsPresent(presence: readonly Presence[]): ReadonlyMap<PartyId, ReadonlySet<Presence['seat']>> {
  const present = new Map<PartyId, Set<Presence['seat']>>()
  for (const { party, seat } of presence) present.set(party, (present.get(party) ?? new Set()).add(seat))
  return present
}
