/**
 * What a position would do, before it is recorded: the same rules, the same fold and the same assessment, on a record that is never
 * written. Only what is said at the table goes into it.
 */
import {
  append,
  assess,
  commands,
  fold,
  NO_ENTRIES,
  nothingAmended,
  tableOf,
  type ClauseAssessment,
  type ClauseId,
  type NegotiationId,
  type Negotiation,
  type Readings,
  type Speaker,
  type Stance,
  type Timestamp,
} from '@entente/agreement'

export type Known = { readonly negotiation: Negotiation; readonly readings: Readings; readonly speaker: Speaker; readonly now: Timestamp }

/** How the clause would be assessed if the speaker took this position on it now. Undefined when it could not be taken. */
export function forecast({ negotiation, readings, speaker, now }: Known, clause: ClauseId, position: Stance): ClauseAssessment | undefined {
  const on = readings.get(clause)?.fingerprint
  const room = negotiation.opened?.negotiation
  const decision = commands['position.take'].decide(
    { negotiation, readings, amended: nothingAmended, speaker, now, fresh: 'forecast' },
    { clause, on, position },
  )
  if (!decision.ok || room === undefined) return undefined
  const would = decision.facts.reduce((record, fact) => fold(record, entry(room, speaker, now, fact)), negotiation)
  return assess(would, readings).clauses.get(clause)
}

function entry(room: NegotiationId, { seat, party }: Speaker, at: Timestamp, fact: Parameters<typeof append>[1]['fact']) {
  return append(NO_ENTRIES, { room: tableOf(room), at, by: { seat: seat.seat, party: party.party }, fact })
}
