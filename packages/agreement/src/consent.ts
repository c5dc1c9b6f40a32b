/**
 * What is agreed, and what stands in the way.
 *
 * Nothing here is stored. A clause is agreed when enough required parties currently accept exactly its present words, every condition of
 * those acceptances is met, and no bracket is open in it. So an edit lapses consent without anybody revoking it, and restored words
 * restore it.
 */
import type { Readings } from './command.ts'
import { isMet, dependsOn, type Met } from './condition.ts'
import type { DecisionRule } from './fact.ts'
import type { ClauseId, PartyId } from './ids.ts'
import type { Negotiation, Position, WordingChange } from './negotiation.ts'
import { accepting, type Condition, type Stance } from './position.ts'
import { requiredParties } from './required.ts'
import { standingOf, type Standings } from './standing.ts'

export type Blocker =
  | { readonly why: 'silent'; readonly party: PartyId }
  /** Spoke of other words, or did not confirm in time. Only a lapsed acceptance is lapsed consent; a lapsed objection has to be made again. */
  | {
      readonly why: 'lapsed'
      readonly party: PartyId
      readonly position: Position
      readonly because: 'words' | 'unconfirmed'
      readonly change: WordingChange | undefined
    }
  | { readonly why: 'reserves'; readonly party: PartyId }
  | { readonly why: 'objects'; readonly party: PartyId }
  /** Accepts, but only if these are met, and they are not. */
  | { readonly why: 'awaits'; readonly party: PartyId; readonly conditions: readonly Condition[] }
  | { readonly why: 'brackets'; readonly open: number }
  /** Nobody whose consent counts has accepted: all stand aside, or no party is required. */
  | { readonly why: 'nobody-accepts' }

export type ClauseStatus =
  | 'agreed'
  | 'agreed-ad-referendum'
  | 'agreed-with-reservation'
  | 'agreed-in-package'
  | 'conditional'
  | 'contested'
  | 'bracketed'
  | 'consent-lapsed'
  | 'open'

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

/** What one clause comes to by itself, before conditions on other clauses are looked at. */
type Ledger = {
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

function readLedgers(
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
  const speaking = new Set([...required, ...(negotiation.positions.get(clause)?.keys() ?? [])])
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

/** Whether the acceptances suffice under the rule. Zero required parties never suffice; standing aside neither helps nor blocks. */
function enough(rule: DecisionRule, required: readonly PartyId[], standings: Standings, met: Met): boolean {
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

/** Standings being the same, blockers can only differ in what they wait for. */
function sameBlocker(one: Blocker, other: Blocker | undefined): boolean {
  if (other === undefined || one.why !== other.why || ('party' in one && 'party' in other && one.party !== other.party)) return false
  if (one.why !== 'awaits' || other.why !== 'awaits') return true
  return (
    one.conditions.length === other.conditions.length && one.conditions.every((condition, index) => condition === other.conditions[index])
  )
}

function blockersOf(standings: Standings, required: readonly PartyId[], openBrackets: number, met: Met): readonly Blocker[] {
  const blockers: Blocker[] = openBrackets > 0 ? [{ why: 'brackets', open: openBrackets }] : []
  for (const party of required) {
    const blocker = blockerOf(party, standings, met)
    if (blocker !== undefined) blockers.push(blocker)
  }
  return blockers.length > 0 ? blockers : [{ why: 'nobody-accepts' }]
}

function blockerOf(party: PartyId, standings: Standings, met: Met): Blocker | undefined {
  const standing = standings.get(party)
  if (standing === undefined || standing.is === 'none') return { why: 'silent', party }
  if (standing.is === 'lapsed')
    return { why: 'lapsed', party, position: standing.position, because: standing.because, change: standing.change }
  const stance = standing.position.position
  switch (stance.stance) {
    case 'accepts':
    case 'accepts-ad-referendum':
    case 'accepts-with-reservation':
    case 'stands-aside':
      return undefined
    case 'accepts-if': {
      const conditions = stance.conditions.filter((condition) => !met(condition))
      return conditions.length > 0 ? { why: 'awaits', party, conditions } : undefined
    }
    case 'reserves':
      return { why: 'reserves', party }
    case 'objects':
      return { why: 'objects', party }
    default:
      return stance satisfies never
  }
}

/** The most provisional of the acceptances names the agreement: capital may still refuse, then a reservation, then a package. */
function howAgreed(standings: Standings, required: readonly PartyId[]): ClauseStatus {
  const provisional = new Set(
    required.flatMap((party) => {
      const standing = standings.get(party)
      if (standing?.is !== 'current') return []
      const { position, confirmed } = standing.position
      return position.stance === 'accepts-ad-referendum' && confirmed !== undefined ? [] : [position.stance]
    }),
  )
  if (provisional.has('accepts-ad-referendum')) return 'agreed-ad-referendum'
  if (provisional.has('accepts-with-reservation')) return 'agreed-with-reservation'
  if (provisional.has('accepts-if')) return 'agreed-in-package'
  return 'agreed'
}

/** The gravest of the blockers names the state: an objection, open brackets, lapsed consent, conditions alone, or simply open. */
function whyNot(blockers: readonly Blocker[], required: readonly PartyId[]): ClauseStatus {
  const has = (why: Blocker['why']) => blockers.some((blocker) => blocker.why === why)
  if (has('objects')) return 'contested'
  if (has('brackets')) return 'bracketed'
  if (blockers.some((blocker) => blocker.why === 'lapsed' && accepting(blocker.position.position))) return 'consent-lapsed'
  if (required.length > 0 && has('awaits') && blockers.every(({ why }) => why === 'awaits')) return 'conditional'
  return 'open'
}
