/** What if: a negotiation in which some statements had been made. Nothing is recorded; the answer is computed where it is asked. */
import type { Readings } from './command.ts'
import type { ClauseId, PartyId, Timestamp } from './ids.ts'
import type { Negotiation, Position } from './negotiation.ts'
import type { Stance } from './position.ts'

export type Supposition = { readonly clause: ClauseId; readonly party: PartyId; readonly position: Stance }

/** The negotiation with these positions taken on the words as they are now. Suppositions on clauses without a reading are left out. */
export function suppose(negotiation: Negotiation, readings: Readings, suppositions: readonly Supposition[], now: Timestamp): Negotiation {
  const positions = new Map(negotiation.positions)
  for (const { clause, party, position } of suppositions) {
    const on = readings.get(clause)?.fingerprint
    if (on === undefined) continue
    const said = { seq: negotiation.seq, at: now, by: 'server' } as const
    const step: Position = {
      clause,
      party,
      on,
      position,
      said,
      round: undefined,
      package: undefined,
      bySilence: undefined,
      confirmed: undefined,
      missed: undefined,
    }
    const onClause = new Map(positions.get(clause))
    positions.set(clause, onClause.set(party, [...(onClause.get(party) ?? []), step]))
  }
  return { ...negotiation, positions }
}
