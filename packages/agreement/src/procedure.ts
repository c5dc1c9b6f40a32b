/** Commands of whoever presides: rounds, the pen, and who sits at the table. */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { Drafting } from './fact.ts'
import { ClauseId, SeatId } from './ids.ts'
import { MAX_NAME, MAX_PARTIES, MAX_SEATS } from './limits.ts'
import { Party, Seat } from './party.ts'

export const openRound = command({
  name: 'round.open',
  says: 'Open the next round of the talks.',
  input: z.strictObject({ label: z.string().trim().min(1).max(MAX_NAME), symbol: z.string().trim().max(MAX_NAME).optional() }),
  rule({ negotiation }, { label, symbol }) {
    const last = negotiation.rounds.at(-1)
    if (last !== undefined && last.closed === undefined) return refuse({ code: 'round-open', round: last.round })
    return record({ kind: 'round-opened', round: (last?.round ?? 0) + 1, label, ...(symbol && { symbol }) })
  },
})

export const closeRound = command({
  name: 'round.close',
  says: 'Close the round that is open.',
  input: z.strictObject({}),
  rule({ negotiation }) {
    const last = negotiation.rounds.at(-1)
    if (last === undefined || last.closed !== undefined) return refuse({ code: 'no-round-open' })
    return record({ kind: 'round-closed', round: last.round })
  },
})

export const setDrafting = command({
  name: 'drafting.set',
  says: 'Take the pen, or open drafting to every drafting seat: for the whole text, or for one clause. Without `drafting`, a clause follows the whole text again.',
  input: z.union([z.strictObject({ drafting: Drafting }), z.strictObject({ clause: ClauseId, drafting: Drafting.optional() })]),
  rule({ negotiation }, input) {
    if (!('clause' in input))
      return negotiation.drafting === input.drafting
        ? refuse({ code: 'nothing-new' })
        : record({ kind: 'drafting-set', drafting: input.drafting })
    const { clause, drafting } = input
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    if (negotiation.draftingOf.get(clause) === drafting) return refuse({ code: 'nothing-new' })
    return record({ kind: 'drafting-set', clause, ...(drafting && { drafting }) })
  },
})

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

/** How the base text of a clause may be typed in now: the clause's own setting, else the negotiation's. */
export function draftingOf(
  negotiation: { readonly drafting: Drafting; readonly draftingOf: ReadonlyMap<ClauseId, Drafting> },
  clause: ClauseId,
): Drafting {
  return negotiation.draftingOf.get(clause) ?? negotiation.drafting
}
