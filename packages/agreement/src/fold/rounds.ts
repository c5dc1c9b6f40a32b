/** Which round it is, and where on its agenda. */
import type { roundsFacts } from '../fact/rounds.ts'
import { numbersKnown, renumbered } from '../numbering.ts'
import { noAgenda } from '../rounds.ts'
import type { Folds } from './folds.ts'

export const rounds: Folds<typeof roundsFacts> = {
  'round-scheduled': (was, fact) => ({ schedule: [...was.schedule, fact] }),
  'round-opened': (was, { round, label, symbol, mandate, scope, until, access }, said) => ({
    rounds: [...was.rounds, { round, label, symbol, mandate, scope, until, opened: said, closed: undefined }],
    agenda: noAgenda,
    ...(access && { sittings: { ...was.sittings, access } }),
  }),
  'round-closed': (was, fact, said) => ({
    rounds: was.rounds.map((round) => (round.round === fact.round ? { ...round, closed: said } : round)),
    // Everybody takes the numbers home.
    ...(!numbersKnown(was) && { clauses: renumbered(was) }),
  }),
  'agenda-set': (_was, { items }) => ({ agenda: { items, at: undefined } }),
  'agenda-moved': (was, { item }) => ({ agenda: { ...was.agenda, at: item } }),
}
