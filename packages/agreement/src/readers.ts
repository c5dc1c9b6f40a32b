/** Who can read a private room, for those who are in it. */
import type { PartyId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Seat } from './party.ts'
import { speakerOf } from './private-room.ts'
import { seatsOf } from './seating.ts'

/** A party, and which of its seats have a place in the room where not all of them do. */
export type Readers = { readonly party: PartyId; readonly seats: 'all' | readonly Seat[] }

/** By party of the room, in its order. A party has none where everybody who sits for it now was seated too late for the room. */
export function readersOf(negotiation: Negotiation): readonly Readers[] {
  return (negotiation.privateRoom?.parties ?? []).flatMap((party): readonly Readers[] => {
    const seats = seatsOf(negotiation, party)
    const inside = seats.filter(({ seat }) => speakerOf(negotiation, seat) !== undefined)
    if (inside.length === seats.length) return [{ party, seats: 'all' }]
    return inside.length === 0 ? [] : [{ party, seats: inside }]
  })
}
