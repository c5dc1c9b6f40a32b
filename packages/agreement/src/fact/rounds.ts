/** Rounds of the talks, and the agenda of a round. */
import { z } from 'zod'
import { ClauseId, Day } from '../ids.ts'
import { MAX_CLAUSES, MAX_LIST, MAX_NAME } from '../limits.ts'
import { Access } from './sittings.ts'
import { Statement, told } from './told.ts'

/** What a round is for. */
export const RoundTerms = {
  mandate: Statement.optional(),
  /** The clauses it is to deal with; without them, the whole text. */
  scope: z.array(ClauseId).min(1).max(MAX_CLAUSES).optional(),
  /** The day it is to end. */
  until: Day.optional(),
  /** Whether observers and the press attend; without it, as in the round before. */
  access: Access.optional(),
}

export const AgendaItem = z.strictObject({
  title: z.string().trim().min(1).max(MAX_NAME),
  clauses: z.array(ClauseId).max(MAX_CLAUSES).optional(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const roundsFacts = [
  told('round-scheduled', { round: z.int().min(1), label: z.string().max(MAX_NAME), from: Day.optional(), to: Day.optional() }),
  told('round-opened', {
    round: z.int().min(1),
    label: z.string().max(MAX_NAME),
    symbol: z.string().max(MAX_NAME).optional(),
    ...RoundTerms,
  }),
  told('round-closed', { round: z.int().min(1) }),
  told('agenda-set', { items: z.array(AgendaItem).max(MAX_LIST) }),
  /** The table came to this item, counted from 0. */
  told('agenda-moved', { item: z.int().min(0) }),
] as const
