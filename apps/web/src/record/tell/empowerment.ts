import type { Negotiation, SeatId } from '@entente/agreement'
import { partyName } from '../../table/naming.ts'
import type { Tells } from './telling.ts'

export const empowerment: Tells<'seat-empowered' | 'empowerment-ended' | 'credentials-verified'> = {
  'seat-empowered': (fact, { told, negotiation }) =>
    told(`empowered ${who(negotiation, fact.seat)}`, 'procedure', { more: 'The person in this seat binds the party as well.' }),
  'empowerment-ended': (fact, { told, negotiation }) => told(`took the empowerment of ${who(negotiation, fact.seat)} back`, 'procedure'),
  'credentials-verified': (fact, { told, negotiation }) =>
    told(`found the full powers of ${who(negotiation, fact.seat)} in order`, 'procedure', { more: fact.note }),
}

/** "Petro Lisak, Orlava". */
function who(negotiation: Negotiation, id: SeatId): string {
  const seat = negotiation.seats.get(id)
  return seat === undefined ? 'a seat' : `${seat.name}, ${partyName(negotiation, seat.party)}`
}
