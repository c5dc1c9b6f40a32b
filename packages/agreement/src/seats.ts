/**
 * Who speaks for a party: seats are given, taken, left, taken back, and the head's seat is handed over.
 *
 * Whoever presides brings a party to the table and gives seats in it until somebody sits at its head; from then on only the party itself
 * gives its seats, because a seat opens the party's private room. Taking a seat away stays with whoever presides as well: it opens nothing,
 * and the record says who did it. Where that leaves a delegation without a head, whoever presides gives seats in it again, and its caucus
 * begins anew (`renewal.ts`).
 */
import { z } from 'zod'
import { command, record, refuse } from './command.ts'
import { PartyId, SeatId } from './ids.ts'
import { MAX_NAME, MAX_SEATS, MAX_STATEMENT } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import { Seat, SeatRole, type Speaker } from './party.ts'
import { may } from './powers.ts'
import type { Refusal } from './refusal.ts'
import { beginsAnew, caucusNumber, firstCaucusOf, renewalTo } from './renewal.ts'
import { headsOf, seatsOf, standingSeat, type Seats } from './seating.ts'

export const assignSeat = command({
  name: 'seat.assign',
  says: 'Give a seat in a party to a person: in one’s own, or, for whoever presides, in one that nobody heads yet.',
  input: Seat.omit({ seat: true }),
  rule({ negotiation, speaker, fresh }, seat) {
    if (!negotiation.parties.has(seat.party)) return refuse({ code: 'unknown', what: 'party', id: seat.party })
    const barred = barredFromSeating(negotiation, speaker, seat.party)
    if (barred !== undefined) return refuse(barred)
    if (seat.role === 'head' && headsOf(negotiation, seat.party).some(({ seat: head }) => negotiation.seatsTaken.has(head)))
      return refuse({ code: 'head-seated', party: seat.party })
    if (negotiation.seats.size >= MAX_SEATS) return refuse({ code: 'too-many', what: 'seat', limit: MAX_SEATS })
    return record({ kind: 'seat-assigned', seat: { seat: SeatId.parse(`p-${fresh}`), ...seat } })
  },
})

export const takeSeat = command({
  name: 'seat.take',
  says: 'Say under which name one sits. The record names the person from then on.',
  input: z.strictObject({ name: z.string().trim().min(1).max(MAX_NAME) }),
  rule({ negotiation, speaker: { seat } }, { name }) {
    return seat.name === name && negotiation.seatsTaken.has(seat.seat)
      ? refuse({ code: 'nothing-new' })
      : record({ kind: 'seat-assigned', seat: { ...seat, name } })
  },
})

export const withdrawSeat = command({
  name: 'seat.withdraw',
  says: 'Take a seat away: in one’s own party, or, for whoever presides, in any. Its connections end at once.',
  input: z.strictObject({ seat: SeatId, reason: z.string().trim().max(MAX_STATEMENT).optional() }),
  rule({ negotiation, speaker }, { seat: id, reason }) {
    const seat = standingSeat(negotiation, id)
    if (seat === undefined || (seat.party !== speaker.party.party && !may(speaker, 'preside')))
      return refuse({ code: 'unknown', what: 'seat', id })
    if (seat.party === speaker.party.party && leavesHeadless(negotiation, seat)) return refuse({ code: 'head-needed', party: seat.party })
    return record({ kind: 'seat-withdrawn', seat: id, ...(reason && { reason }) })
  },
})

export const leaveSeat = command({
  name: 'seat.leave',
  says: 'Give up one’s own seat.',
  input: z.strictObject({}),
  rule({ negotiation, speaker: { seat } }) {
    return leavesHeadless(negotiation, seat)
      ? refuse({ code: 'head-needed', party: seat.party })
      : record({ kind: 'seat-left', seat: seat.seat })
  },
})

export const handOverHead = command({
  name: 'seat.hand-over',
  says: 'Hand the head’s seat over to another seat of one’s party, and go on as a negotiator.',
  input: z.strictObject({ to: SeatId }),
  rule({ negotiation, speaker: { seat } }, { to }) {
    const next = standingSeat(negotiation, to)
    if (next === undefined || next.party !== seat.party) return refuse({ code: 'unknown', what: 'seat', id: to })
    if (seat.role !== 'head') return refuse({ code: 'not-permitted', power: 'admit' })
    if (next.role === 'head') return refuse({ code: 'nothing-new' })
    return record({ kind: 'head-handed-over', party: seat.party, from: seat.seat, to })
  },
})

export const moveSeat = command({
  name: 'seat.move',
  says: 'Give the person in a seat another role, or a place in another party. Connections to rooms that are no longer theirs end at once.',
  input: z.strictObject({ seat: SeatId, party: PartyId, role: SeatRole }),
  rule({ negotiation, speaker }, { seat: id, party, role }) {
    const seat = standingSeat(negotiation, id)
    if (seat === undefined || (seat.party !== speaker.party.party && !may(speaker, 'preside')))
      return refuse({ code: 'unknown', what: 'seat', id })
    if (!negotiation.parties.has(party)) return refuse({ code: 'unknown', what: 'party', id: party })
    if (seat.party === party && seat.role === role) return refuse({ code: 'nothing-new' })
    const barred = barredFromSeating(negotiation, speaker, party)
    if (barred !== undefined) return refuse(barred)
    if (role === 'head' && headsOf(negotiation, party).length > 0) return refuse({ code: 'head-seated', party })
    if (seat.party === speaker.party.party && leavesHeadless(negotiation, seat)) return refuse({ code: 'head-needed', party: seat.party })
    return record({ kind: 'seat-assigned', seat: { ...seat, party, role } })
  },
})

export const withdrawParty = command({
  name: 'party.withdraw',
  says: 'Record that a party has withdrawn from the talks: all its seats are taken away, and their connections end at once. What it accepted stands.',
  input: z.strictObject({ party: PartyId, reason: z.string().trim().min(1).max(MAX_STATEMENT) }),
  rule({ negotiation, speaker }, { party, reason }) {
    if (!negotiation.parties.has(party)) return refuse({ code: 'unknown', what: 'party', id: party })
    if (party === speaker.party.party) return refuse({ code: 'head-needed', party })
    if (seatsOf(negotiation, party).length === 0) return refuse({ code: 'nothing-new' })
    return record({ kind: 'party-withdrawn', party, reason })
  },
})

/** Why the speaker gives no seats in a party, or nothing. */
export function barredFromSeating(negotiation: Negotiation, speaker: Speaker, party: PartyId): Refusal | undefined {
  if (party === speaker.party.party)
    return may(speaker, 'admit') || may(speaker, 'preside') ? undefined : { code: 'not-permitted', power: 'admit' }
  if (!may(speaker, 'preside')) return { code: 'not-permitted', power: 'preside' }
  return headsOf(negotiation, party).some(({ seat }) => negotiation.seatsTaken.has(seat)) ? { code: 'head-seated', party } : undefined
}

/**
 * Why the speaker makes no new link for a seat that there is, or nothing. Once a head of the party has sat down, a link from outside would
 * open what the seat has opened so far. Only where the head's seat was given from outside and nobody has come, it has opened nothing yet.
 */
export function barredFromRelinking(negotiation: Negotiation, speaker: Speaker, { seat, party, role }: Seat): Refusal | undefined {
  const barred = barredFromSeating(negotiation, speaker, party)
  if (barred !== undefined || !beginsAnew(negotiation, party, speaker.party.party)) return barred
  const number = caucusNumber(negotiation, party)
  const begins = renewalTo(negotiation, party, number)?.seat === seat && firstCaucusOf(negotiation, seat) === number
  return begins && role === 'head' && !negotiation.seatsTaken.has(seat) ? undefined : { code: 'seat-opens-rooms', party }
}

function leavesHeadless(negotiation: Seats, { seat, party, role }: Seat): boolean {
  return role === 'head' && !headsOf(negotiation, party).some((other) => other.seat !== seat)
}
