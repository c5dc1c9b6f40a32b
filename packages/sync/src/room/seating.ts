/** Who has a place in a room by the record as it is now, and who has lost it. */
import { whyNotAdmitted, type Negotiation } from '@entente/agreement'
import type { Attendance } from './attendance.ts'
import type { Proceedings } from './proceedings.ts'

export type Seating = {
  /** Whether the record says something else of it than when this was asked last. */
  readonly changed: () => boolean
  /** Sends everybody away who has no place here any more, or another. */
  readonly review: () => void
}

export function openSeating({ negotiation, speaker }: Proceedings, attendance: Attendance): Seating {
  let known = seatingOf(negotiation())

  return {
    changed() {
      const now = seatingOf(negotiation())
      const same = now.every((part, index) => part === known[index])
      known = now
      return !same
    },
    review() {
      for (const member of attendance.all()) {
        const party = speaker(member.seat)?.party
        const barred = party && whyNotAdmitted(negotiation(), party)
        if (party === undefined) member.end('not-allowed')
        else if (party.party !== member.party) member.end('seat-moved')
        else if (barred !== undefined) member.end(barred)
      }
    },
  }
}

/** What of the record says who has a place in the room. */
function seatingOf({ seats, parties, withdrawnSeats, privateRoom, sittings }: Negotiation): readonly unknown[] {
  return [seats, parties, withdrawnSeats, privateRoom?.parties, sittings]
}
