/** Whose consent would hold, and whose would lapse, if a clause read otherwise. The same rules as for the record, on words nobody has yet. */
import { milestonesOf, standingOf, type PartyId, type Readings } from '@entente/agreement'
import { readingOf, type Text } from '@entente/draft'
import type { ClauseView } from '../clause/useClause.ts'

export type ConsentAfter = {
  /** Parties whose consent to the text as it reads now would lapse. */
  readonly lapses: readonly PartyId[]
  /** Parties that accept those words already. */
  readonly holds: readonly PartyId[]
}

export function consentAfter({ clause, negotiation, reading, assessment }: ClauseView, text: Text): ConsentAfter {
  const after = readingOf({ ...clause, text, milestones: milestonesOf(negotiation, clause.clause) })
  const readings: Readings = new Map([[clause.clause, after]])
  const parties = [...assessment.standings.keys(), ...(negotiation.readingPositions.get(clause.clause)?.keys() ?? [])]
  const each = [...new Set(parties)].map((party) => ({
    party,
    was: standingOf(negotiation, new Map([[clause.clause, reading]]), clause.clause, party).is === 'current',
    is: standingOf(negotiation, readings, clause.clause, party).is === 'current',
  }))
  return {
    lapses: each.filter(({ was, is }) => was && !is).map(({ party }) => party),
    holds: each.filter(({ is }) => is).map(({ party }) => party),
  }
}
