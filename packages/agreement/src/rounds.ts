/**
 * Rounds of the talks, and the agenda of the one that is open.
 *
 * A round has a mandate in words, a scope (the clauses it is to deal with; all, if none are named) and a last day. None of these forbids
 * anything: a delegation may speak of any clause at any time, and the round says what it is for.
 */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { AgendaItem, RoundTerms } from './fact/rounds.ts'
import type { ClauseId, Day } from './ids.ts'
import { MAX_LIST, MAX_NAME } from './limits.ts'
import type { Negotiation, Said } from './negotiation.ts'
import type { Refusal } from './refusal.ts'

export type Round = {
  readonly round: number
  readonly label: string
  readonly symbol: string | undefined
  readonly mandate: string | undefined
  readonly scope: readonly ClauseId[] | undefined
  readonly until: Day | undefined
  readonly opened: Said
  readonly closed: Said | undefined
}

/** `at` is the item the table is at; undefined before the first. */
export type Agenda = { readonly items: readonly AgendaItem[]; readonly at: number | undefined }

export const noAgenda: Agenda = { items: [], at: undefined }

export const openRound = command({
  name: 'round.open',
  says: 'Open the next round of the talks: its name, and if it has them its mandate, the clauses it is to deal with, its last day, and who may attend.',
  input: z.strictObject({
    label: z.string().trim().min(1).max(MAX_NAME),
    symbol: z.string().trim().max(MAX_NAME).optional(),
    ...RoundTerms,
  }),
  rule({ negotiation }, { label, symbol, ...terms }) {
    const last = negotiation.rounds.at(-1)
    if (last !== undefined && last.closed === undefined) return refuse({ code: 'round-open', round: last.round })
    const wrong = faultIn(negotiation, terms.scope)
    if (wrong) return refuse(wrong)
    return record({ kind: 'round-opened', round: (last?.round ?? 0) + 1, label, ...(symbol && { symbol }), ...terms })
  },
})

export const closeRound = command({
  name: 'round.close',
  says: 'Close the round that is open.',
  input: z.strictObject({}),
  rule({ negotiation }) {
    const round = openRoundOf(negotiation)
    return round ? record({ kind: 'round-closed', round: round.round }) : refuse({ code: 'no-round-open' })
  },
})

export const setAgenda = command({
  name: 'agenda.set',
  says: 'Set the agenda of the round that is open: its items in order, each with the clauses it is about.',
  input: z.strictObject({ items: z.array(AgendaItem).max(MAX_LIST) }),
  rule({ negotiation }, { items }) {
    if (openRoundOf(negotiation) === undefined) return refuse({ code: 'no-round-open' })
    const wrong = items.map(({ clauses }) => faultIn(negotiation, clauses)).find((refusal) => refusal !== undefined)
    return wrong ? refuse(wrong) : record({ kind: 'agenda-set', items })
  },
})

export const moveAgenda = command({
  name: 'agenda.move',
  says: 'Go to an item of the agenda, counted from 0.',
  input: z.strictObject({ item: z.int().min(0).max(MAX_LIST) }),
  rule({ negotiation: { agenda } }, { item }) {
    if (agenda.items[item] === undefined) return refuse({ code: 'unknown', what: 'agenda-item', id: String(item + 1) })
    return agenda.at === item ? refuse({ code: 'nothing-new' }) : record({ kind: 'agenda-moved', item })
  },
})

/** The round that is open. There is one at a time. */
export function openRoundOf({ rounds }: Pick<Negotiation, 'rounds'>): Round | undefined {
  const last = rounds.at(-1)
  return last?.closed === undefined ? last : undefined
}

function faultIn(negotiation: Negotiation, clauses: readonly ClauseId[] = []): Refusal | undefined {
  return clauses.map((clause) => standingClause(negotiation, clause)).find((refusal) => refusal !== undefined)
}
