/** How it began, and who sits. */
import type { procedureFacts } from '../fact/procedure.ts'
import { penWith } from '../pen.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const procedure: Folds<typeof procedureFacts> = {
  'negotiation-opened': (was, fact, said) => ({
    opened: { negotiation: fact.negotiation, cover: fact.cover, rule: fact.rule, singleUndertaking: fact.singleUndertaking, said },
    pens: { ...was.pens, whole: penWith(fact.drafting) },
  }),
  'negotiation-imported': (_was, fact) => ({ imported: { source: fact.source, sha256: fact.sha256, at: fact.at } }),
  'party-seated': (was, fact) => ({ parties: put(was.parties, fact.party.party, fact.party) }),
  'seat-assigned': (was, { seat }, said) => ({
    seats: put(was.seats, seat.seat, seat),
    ...(said.by !== 'server' && said.by.seat === seat.seat && { seatsTaken: put(was.seatsTaken, seat.seat, said) }),
  }),
}
