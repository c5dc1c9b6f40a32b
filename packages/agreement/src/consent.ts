/**
 * What is agreed, and what stands in the way.
 *
 * Nothing here is stored. A clause is agreed when enough required parties currently accept exactly its present words, every condition of
 * those acceptances is met, and no bracket is open in it. So an edit lapses consent without anybody revoking it, and restored words
 * restore it.
 */
import { blockersOf, howAgreed, sameBlocker, whyNot, type Blocker, type ClauseStatus } from './blocker.ts'
import type { Readings } from './command.ts'
import { dependsOn, isMet, type Met } from './condition.ts'
import type { DecisionRule } from './fact.ts'
import type { ClauseId, PartyId } from './ids.ts'
import { enough, readLedgers, type Ledger } from './ledger.ts'
import type { Negotiation } from './negotiation.ts'
import { requiredParties } from './required.ts'
import type { Standings } from './standing.ts'

export type ClauseAssessment = {
  readonly clause: ClauseId
  readonly status: ClauseStatus
  /** Empty exactly when the clause is agreed. */
  readonly blockers: readonly Blocker[]
  /** Every party that ever spoke on the clause and every required party. */
  readonly standings: Standings
}

export type Assessment = {
  /** Whose consent counts under the decision rule, in protocol order. */
  readonly required: readonly PartyId[]
  readonly agreed: ReadonlySet<ClauseId>
  /** Standing clauses only, in the order of the text. */
  readonly clauses: ReadonlyMap<ClauseId, ClauseAssessment>
}

/** The state of every clause, from what is on record and how the text reads now. */
export function assess(negotiation: Negotiation, readings: Readings): Assessment {
  return assessor().assess(negotiation, readings)
}

export type Assessor = { readonly assess: (negotiation: Negotiation, readings: Readings) => Assessment }

/**
 * Assesses again and again. What has not changed since the last time is not computed anew, and keeps its identity, so that a view can tell
 * by `===` which clauses it has to draw. The answer is always that of `assess`.
 */
export function assessor(): Assessor {
  let ledgers: ReadonlyMap<ClauseId, Ledger> = new Map()
  let shown: ReadonlyMap<ClauseId, ClauseAssessment> = new Map()
  let agreed: ReadonlySet<ClauseId> = new Set()
  let required: readonly PartyId[] = []
  let parties: Negotiation['parties'] | undefined
  return {
    assess(negotiation, readings) {
      if (negotiation.parties !== parties) required = requiredParties(negotiation)
      parties = negotiation.parties
      const before = { ledgers, agreed }
      ledgers = readLedgers(negotiation, readings, required, ledgers)
      const rule = negotiation.opened?.rule ?? { rule: 'consensus' }
      agreed = agreedSet(rule, required, ledgers, negotiation, readings)
      const same = agreed.size === before.agreed.size && [...agreed].every((clause) => before.agreed.has(clause))
      const met: Met = (condition) => isMet(condition, negotiation, readings, agreed)
      shown = new Map(
        Array.from(ledgers, ([clause, ledger]) => {
          const last = shown.get(clause)
          // What a clause comes to can only change with its own ledger, or with what its conditions wait for.
          const settled = ledger.conditional.length === 0 || (same && !ledger.elsewhere)
          const unchanged = ledger === before.ledgers.get(clause) && agreed.has(clause) === before.agreed.has(clause) && settled
          return [clause, last !== undefined && unchanged ? last : kept(last, conclude(clause, ledger, required, agreed, met))]
        }),
      )
      return { required, agreed, clauses: shown }
    },
  }
}

/**
 * The agreed clauses as a greatest fixed point: begin with every clause that would be agreed if all conditions were met, strike those
 * with an unmet condition, and look again at those that depended on a clause just struck. Circles of mutual concessions ("7 if you take
 * 2", "2 if you take 7") close this way; begun from nothing they would stay open for ever.
 */
function agreedSet(
  rule: DecisionRule,
  required: readonly PartyId[],
  ledgers: ReadonlyMap<ClauseId, Ledger>,
  negotiation: Negotiation,
  readings: Readings,
): ReadonlySet<ClauseId> {
  const agreed = new Set<ClauseId>()
  const dependents = new Map<ClauseId, ClauseId[]>()
  const doubtful: ClauseId[] = []
  for (const [clause, { conditional, possible }] of ledgers) {
    if (!possible) continue
    agreed.add(clause)
    if (conditional.length === 0) continue
    doubtful.push(clause)
    for (const { conditions } of conditional)
      for (const condition of conditions)
        for (const other of dependsOn(condition, negotiation)) {
          const waiting = dependents.get(other)
          if (waiting === undefined) dependents.set(other, [clause])
          else waiting.push(clause)
        }
  }
  const met: Met = (condition) => isMet(condition, negotiation, readings, agreed)
  for (let clause = doubtful.pop(); clause !== undefined; clause = doubtful.pop()) {
    const own = ledgers.get(clause)
    if (own === undefined || !agreed.has(clause) || enough(rule, required, own.standings, met)) continue
    agreed.delete(clause)
    doubtful.push(...(dependents.get(clause) ?? []))
  }
  return agreed
}

function conclude(
  clause: ClauseId,
  { standings, openBrackets }: Ledger,
  required: readonly PartyId[],
  agreed: ReadonlySet<ClauseId>,
  met: Met,
): ClauseAssessment {
  if (agreed.has(clause)) return { clause, status: howAgreed(standings, required), blockers: [], standings }
  const blockers = blockersOf(standings, required, openBrackets, met)
  return { clause, status: whyNot(blockers, required), blockers, standings }
}

/** The earlier conclusion, if it is the same. */
function kept(before: ClauseAssessment | undefined, now: ClauseAssessment): ClauseAssessment {
  if (before === undefined || before.standings !== now.standings || before.status !== now.status) return now
  const same =
    before.blockers.length === now.blockers.length && before.blockers.every((blocker, index) => sameBlocker(blocker, now.blockers[index]))
  return same ? before : now
}
