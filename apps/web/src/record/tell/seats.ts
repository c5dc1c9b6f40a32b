import type { SeatId } from '@entente/agreement'
import { partyName } from '../../table/naming.ts'
import type { Teller, Tells } from './telling.ts'

export const seats: Tells<'seat-withdrawn' | 'party-withdrawn' | 'seat-left' | 'head-handed-over'> = {
  'seat-withdrawn': (fact, { told, negotiation }) => {
    const seat = negotiation.seats.get(fact.seat)
    return told(`took the seat of ${nameOf(fact.seat, negotiation)} away`, 'procedure', {
      more: [seat && partyName(negotiation, seat.party), fact.reason && `“${fact.reason}”`].filter(Boolean).join('. ') || undefined,
    })
  },
  'party-withdrawn': (fact, { told, negotiation }) =>
    told(`recorded that ${partyName(negotiation, fact.party)} has withdrawn from the talks`, 'procedure', {
      more: `All its seats were taken away. “${fact.reason}”`,
    }),
  'seat-left': (fact, { told, negotiation }) => told(`saw ${nameOf(fact.seat, negotiation)} leave the table`, 'procedure'),
  'head-handed-over': (fact, { told, negotiation }) =>
    told(`has a new head of delegation, ${nameOf(fact.to, negotiation)}`, 'procedure', {
      more: `Handed over by ${nameOf(fact.from, negotiation)}, who goes on as a negotiator.`,
    }),
}

function nameOf(seat: SeatId, negotiation: Teller['negotiation']): string {
  return negotiation.seats.get(seat)?.name ?? 'somebody'
}
