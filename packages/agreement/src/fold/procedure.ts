/** Who sits, which round it is, who may type. */
import type { procedureFacts } from '../fact/procedure.ts'
import type { ClauseId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const procedure: Folds<typeof procedureFacts> = {
  'negotiation-opened': (_was, fact, said) => ({
    opened: { negotiation: fact.negotiation, cover: fact.cover, rule: fact.rule, singleUndertaking: fact.singleUndertaking, said },
    drafting: fact.drafting,
  }),
  'negotiation-imported': (_was, fact) => ({ imported: { source: fact.source, sha256: fact.sha256, at: fact.at } }),
  'party-seated': (was, fact) => ({ parties: put(was.parties, fact.party.party, fact.party) }),
  'seat-assigned': (was, fact) => ({ seats: put(was.seats, fact.seat.seat, fact.seat) }),
  'round-scheduled': (was, fact) => ({ schedule: [...was.schedule, fact] }),
  'round-opened': (was, fact, said) => ({
    rounds: [...was.rounds, { round: fact.round, label: fact.label, symbol: fact.symbol, opened: said, closed: undefined }],
  }),
  'round-closed': (was, fact, said) => ({
    rounds: was.rounds.map((round) => (round.round === fact.round ? { ...round, closed: said } : round)),
  }),
  'drafting-set': (was, fact) => draftingSet(was, fact),
}

function draftingSet(
  was: Negotiation,
  { clause, drafting }: { clause?: ClauseId | undefined; drafting?: Negotiation['drafting'] | undefined },
): Partial<Negotiation> {
  if (clause === undefined) return drafting === undefined ? {} : { drafting }
  if (drafting !== undefined) return { draftingOf: put(was.draftingOf, clause, drafting) }
  const draftingOf = new Map(was.draftingOf)
  draftingOf.delete(clause)
  return { draftingOf }
}
