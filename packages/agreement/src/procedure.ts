/** Who sits at the table: parties and seats. */
import { z } from 'zod'
import { command, record, refuse } from './command.ts'
import { SeatId } from './ids.ts'
import { MAX_NAME, MAX_PARTIES, MAX_SEATS } from './limits.ts'
import { Party, Seat } from './party.ts'

export const seatParty = command({
  name: 'party.seat',
  says: 'Seat a party at the table.',
  input: Party,
  rule({ negotiation }, party) {
    if (negotiation.parties.has(party.party)) return refuse({ code: 'taken', what: 'party', id: party.party })
    if (negotiation.parties.size >= MAX_PARTIES) return refuse({ code: 'too-many', what: 'party', limit: MAX_PARTIES })
    if (party.required && party.kind !== 'delegation')
      return refuse({ code: 'malformed', detail: 'required: only a delegation can be required' })
    return record({ kind: 'party-seated', party })
  },
})

export const assignSeat = command({
  name: 'seat.assign',
  says: 'Assign a seat in a party to a person.',
  input: Seat.omit({ seat: true }),
  rule({ negotiation, fresh }, seat) {
    if (!negotiation.parties.has(seat.party)) return refuse({ code: 'unknown', what: 'party', id: seat.party })
    if (negotiation.seats.size >= MAX_SEATS) return refuse({ code: 'too-many', what: 'seat', limit: MAX_SEATS })
    return record({ kind: 'seat-assigned', seat: { seat: SeatId.parse(`p-${fresh}`), ...seat } })
  },
})

export const takeSeat = command({
  name: 'seat.take',
  says: 'Say under which name one sits. The record names the person from then on.',
  input: z.strictObject({ name: z.string().trim().min(1).max(MAX_NAME) }),
  rule({ speaker: { seat } }, { name }) {
    return seat.name === name ? refuse({ code: 'nothing-new' }) : record({ kind: 'seat-assigned', seat: { ...seat, name } })
  },
})
