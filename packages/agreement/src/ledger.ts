/** What a clause comes to by itself, before conditions on other clauses are looked at. Kept while nothing it was computed from changes. */
import type { Readings } from './command.ts'
import type { Met } from './condition.ts'
import type { DecisionRule } from './fact.ts'
import type { ClauseId, PartyId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import { accepting, type Stance } from './position.ts'
import { standingOf, type Standings } from './standing.ts'

/** What one clause comes to by itself, before conditions on other clauses are looked at. */
export type Ledger = {
  readonly standings: Standings
  readonly openBrackets: number
  /** Current acceptances of required parties that wait for something. */
  readonly conditional: readonly (Stance & { readonly stance: 'accepts-if' })[]
  /** Whether any of them waits for something besides the agreement of clauses: words, terms, a package. */
  readonly elsewhere: boolean
  /** Whether it is agreed if all conditions are met. */
  readonly possible: boolean
  /** What it was computed from. */
  readonly of: readonly unknown[]
}

export function readLedgers(
  negotiation: Negotiation,
  readings: Readings,
  required: readonly PartyId[],
  before: ReadonlyMap<ClauseId, Ledger>,
): ReadonlyMap<ClauseId, Ledger> {
  const ledgers = new Map<ClauseId, Ledger>()
  for (const { clause, standing } of negotiation.clauses) {
    if (standing.is === 'withdrawn') continue
    const reading = readings.get(clause)
    const of = [
      negotiation.positions.get(clause),
      negotiation.readingPositions.get(clause),
      negotiation.changes.get(clause),
      reading?.fingerprint,
      reading?.openBrackets,
      negotiation.corrections,
      negotiation.opened,
      required,
    ]
    const known = before.get(clause)
    ledgers.set(
      clause,
      known?.of.every((value, index) => value === of[index]) === true ? known : ledger(negotiation, readings, clause, required, of),
    )
  }
  return ledgers
}

function ledger(
  negotiation: Negotiation,
  readings: Readings,
  clause: ClauseId,
  required: readonly PartyId[],
  of: readonly unknown[],
): Ledger {
  const speaking = new Set([
    ...required,
    ...(negotiation.positions.get(clause)?.keys() ?? []),
    ...(negotiation.readingPositions.get(clause)?.keys() ?? []),
  ])
  const standings: Standings = new Map(Array.from(speaking, (party) => [party, standingOf(negotiation, readings, clause, party)]))
  const conditional = required.flatMap((party) => {
    const stance = stanceOf(standings, party)
    return stance?.stance === 'accepts-if' ? [stance] : []
  })
  const openBrackets = readings.get(clause)?.openBrackets ?? 1
  const elsewhere = conditional.some(({ conditions }) => conditions.some(({ on }) => on !== 'clause'))
  const rule = negotiation.opened?.rule ?? { rule: 'consensus' }
  return {
    standings,
    openBrackets,
    conditional,
    elsewhere,
    possible: openBrackets === 0 && enough(rule, required, standings, () => true),
    of,
  }
}

/** The party's stance while it is current. */
export function stanceOf(standings: Standings, party: PartyId): Stance | undefined {
  const standing = standings.get(party)
  return standing?.is === 'current' ? standing.position.position : undefined
}

/** Whether the acceptances suffice under the rule. Zero required parties never suffice; standing aside neither helps nor blocks. */
export function enough(rule: DecisionRule, required: readonly PartyId[], standings: Standings, met: Met): boolean {
  let accepted = 0
  let blocked = false
  for (const party of required) {
    const stance = stanceOf(standings, party)
    if (stance !== undefined && accepting(stance) && (stance.stance !== 'accepts-if' || stance.conditions.every(met))) accepted += 1
    else if (stance?.stance !== 'stands-aside') blocked = true
  }
  if (accepted === 0) return false
  return rule.rule === 'qualified-majority' ? accepted * rule.outOf >= required.length * rule.of : !blocked
}
