/** How it began, and who sits. */
import type { procedureFacts } from '../fact/procedure.ts'
import { penWith } from '../pen.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Seat } from '../party.ts'
import type { Folds } from './folds.ts'
import { put, without } from './put.ts'
import { headed, renewed } from './renewals.ts'

export const procedure: Folds<typeof procedureFacts> = {
  'negotiation-opened': (was, fact, said) => ({
    opened: { negotiation: fact.negotiation, cover: fact.cover, rule: fact.rule, singleUndertaking: fact.singleUndertaking, said },
    pens: { ...was.pens, whole: penWith(fact.drafting) },
  }),
  'negotiation-imported': (_was, fact) => ({ imported: { source: fact.source, sha256: fact.sha256, at: fact.at } }),
  'party-seated': (was, fact, said) => ({
    parties: put(was.parties, fact.party.party, fact.party),
    partiesSeated: was.partiesSeated.has(fact.party.party) ? was.partiesSeated : put(was.partiesSeated, fact.party.party, said),
  }),
  'seat-assigned': (was, { seat }, said) =>
    headed(
      {
        ...was,
        seats: put(was.seats, seat.seat, seat),
        ...(said.by !== 'server' && said.by.seat === seat.seat && { seatsTaken: put(was.seatsTaken, seat.seat, said) }),
        ...forSomebodyElse(was, seat),
        ...renewed(was, seat, said),
      },
      seat.seat,
    ),
}

/** Empowerment and full powers were given to the person who sat there, in that place: whoever sits there now has to be given them anew. */
function forSomebodyElse({ seats, empowered, credentials }: Negotiation, { seat, name, party, role }: Seat): Partial<Negotiation> {
  const before = seats.get(seat)
  if (before === undefined || (before.name === name && before.party === party && before.role === role)) return {}
  return { empowered: without(empowered, seat), credentials: without(credentials, seat) }
}
