/**
 * What is agreed, and what stands in the way.
 *
 * Nothing here is stored. A clause is agreed when enough required parties currently accept exactly its present words, every condition of
 * those acceptances is met, and no bracket is open in it. So an edit lapses consent without anybody revoking it, and restored words
 * restore it.
 */
import type { ClauseId, MilestoneId, PackageId, PartyId } from './ids.ts'
import type { Readings } from './command.ts'
import type { DecisionRule } from './fact.ts'
import type { Negotiation, Position, PositionStep, WordingChange } from './negotiation.ts'
import { accepting, type Condition } from './position.ts'
import { digest } from './wording.ts'

/** How a party's last word on a clause stands to the present wording. */
export type Standing =
  | { readonly is: 'none' }
  | { readonly is: 'current'; readonly position: Position }
  /** The words have changed since. `change` is the last time they left the wording spoken of, if the record knows. */
  | { readonly is: 'lapsed'; readonly position: Position; readonly change: WordingChange | undefined }

export type Blocker =
  | { readonly why: 'silent'; readonly party: PartyId }
  /** Spoke of other words. Only a lapsed acceptance is lapsed consent; a lapsed objection simply has to be made again. */
  | { readonly why: 'lapsed'; readonly party: PartyId; readonly position: Position; readonly change: WordingChange | undefined }
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
  readonly standings: ReadonlyMap<PartyId, Standing>
}

export type Assessment = {
  /** Whose consent counts under the decision rule, in protocol order. */
  readonly required: readonly PartyId[]
  readonly agreed: ReadonlySet<ClauseId>
  /** Standing clauses only, in the order of the text. */
  readonly clauses: ReadonlyMap<ClauseId, ClauseAssessment>
}

/** Whose consent counts: required delegations, less those the rule excepts. */
export function requiredParties({ parties, opened }: Pick<Negotiation, 'parties' | 'opened'>): readonly PartyId[] {
  const excepted: readonly PartyId[] = opened?.rule.rule === 'consensus-minus' ? opened.rule.except : []
  return [...parties.values()]
    .filter(({ kind, required, party }) => kind === 'delegation' && required && !excepted.includes(party))
    .map(({ party }) => party)
}

/** The party's last word, unless it withdrew it. */
export function lastPosition(steps: readonly PositionStep[] | undefined): Position | undefined {
  const last = steps?.at(-1)
  return last !== undefined && 'on' in last ? last : undefined
}

/** How the last word of a party on a clause stands to the clause's present words. */
export function standingOf(negotiation: Negotiation, readings: Readings, clause: ClauseId, party: PartyId): Standing {
  const position = lastPosition(negotiation.positions.get(clause)?.get(party))
  if (position === undefined) return { is: 'none' }
  if (position.on === readings.get(clause)?.fingerprint) return { is: 'current', position }
  return {
    is: 'lapsed',
    position,
    change: negotiation.changes.findLast((change) => change.clause === clause && change.from === position.on),
  }
}

/** The state of every clause, from what is on record and how the text reads now. */
export function assess(negotiation: Negotiation, readings: Readings): Assessment {
  const required = requiredParties(negotiation)
  const standing = negotiation.clauses.filter((clause) => clause.standing.is === 'standing').map(({ clause }) => clause)
  const standings = new Map(standing.map((clause) => [clause, standingsOn(negotiation, readings, clause, required)]))
  const agreed = agreedSet(negotiation, readings, required, standings)
  const met = (condition: Condition) => isMet(condition, negotiation, readings, agreed)
  const clauses = new Map(
    [...standings].map(([clause, of]) => {
      const blockers = agreed.has(clause) ? [] : blockersOf(of, required, readings.get(clause)?.openBrackets ?? 0, met)
      return [
        clause,
        { clause, status: agreed.has(clause) ? howAgreed(of, required) : whyNot(blockers, required), blockers, standings: of },
      ]
    }),
  )
  return { required, agreed, clauses }
}

type Standings = ReadonlyMap<PartyId, Standing>

function standingsOn(negotiation: Negotiation, readings: Readings, clause: ClauseId, required: readonly PartyId[]): Standings {
  const parties = new Set([...required, ...(negotiation.positions.get(clause)?.keys() ?? [])])
  return new Map([...parties].map((party) => [party, standingOf(negotiation, readings, clause, party)]))
}

/**
 * The agreed clauses as a greatest fixed point: begin with every clause that would be agreed if all conditions were met, strike those
 * with an unmet condition, and repeat until nothing changes. Circles of mutual concessions ("7 if you take 2", "2 if you take 7") close
 * this way; begun from nothing they would stay open for ever.
 */
function agreedSet(
  negotiation: Negotiation,
  readings: Readings,
  required: readonly PartyId[],
  standings: ReadonlyMap<ClauseId, Standings>,
): ReadonlySet<ClauseId> {
  const rule = negotiation.opened?.rule ?? { rule: 'consensus' }
  let candidates = new Set([...standings.keys()].filter((clause) => readings.get(clause)?.openBrackets === 0))
  for (;;) {
    const met = (condition: Condition) => isMet(condition, negotiation, readings, candidates)
    const kept = new Set([...candidates].filter((clause) => enough(rule, required, standings.get(clause) ?? new Map(), met)))
    if (kept.size === candidates.size) return kept
    candidates = kept
  }
}

/** Whether the acceptances suffice under the rule. Zero required parties never suffice; standing aside neither helps nor blocks. */
function enough(rule: DecisionRule, required: readonly PartyId[], standings: Standings, met: (condition: Condition) => boolean): boolean {
  const of = (party: PartyId) => {
    const standing = standings.get(party)
    return standing?.is === 'current' ? standing.position.position : undefined
  }
  const accepts = (party: PartyId) => {
    const stance = of(party)
    return stance !== undefined && accepting(stance) && (stance.stance !== 'accepts-if' || stance.conditions.every(met))
  }
  const accepted = required.filter(accepts).length
  if (accepted === 0) return false
  switch (rule.rule) {
    case 'consensus':
    case 'consensus-minus':
      return required.every((party) => accepts(party) || of(party)?.stance === 'stands-aside')
    case 'qualified-majority':
      return accepted * rule.outOf >= required.length * rule.of
    default:
      return rule satisfies never
  }
}

function isMet(condition: Condition, negotiation: Negotiation, readings: Readings, agreed: ReadonlySet<ClauseId>): boolean {
  switch (condition.on) {
    case 'clause':
      return agreed.has(condition.clause)
    case 'package':
      return packageAgreed(condition.package, negotiation, agreed)
    case 'wording':
      return readings.get(condition.clause)?.fingerprint === condition.fingerprint
    case 'milestone':
      return milestoneStands(condition.milestone, negotiation) === condition.terms
    default:
      return condition satisfies never
  }
}

function packageAgreed(id: PackageId, { packages }: Negotiation, agreed: ReadonlySet<ClauseId>): boolean {
  const offered = packages.get(id)
  return offered !== undefined && offered.clauses.every((clause) => agreed.has(clause))
}

/** The digest of a milestone's terms as they stand in the text; undefined once withdrawn. */
function milestoneStands(id: MilestoneId, { milestones }: Negotiation): string | undefined {
  const milestone = milestones.get(id)
  return milestone === undefined || milestone.withdrawn !== undefined ? undefined : digest(milestone.terms)
}

function blockersOf(
  standings: Standings,
  required: readonly PartyId[],
  openBrackets: number,
  met: (condition: Condition) => boolean,
): readonly Blocker[] {
  const blockers: Blocker[] = openBrackets > 0 ? [{ why: 'brackets', open: openBrackets }] : []
  for (const party of required) {
    const blocker = blockerOf(party, standings.get(party) ?? { is: 'none' }, met)
    if (blocker !== undefined) blockers.push(blocker)
  }
  return blockers.length > 0 ? blockers : [{ why: 'nobody-accepts' }]
}

function blockerOf(party: PartyId, standing: Standing, met: (condition: Condition) => boolean): Blocker | undefined {
  if (standing.is === 'none') return { why: 'silent', party }
  if (standing.is === 'lapsed') return { why: 'lapsed', party, position: standing.position, change: standing.change }
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
  const stances = required.flatMap((party) => {
    const standing = standings.get(party)
    return standing?.is === 'current' ? [standing.position.position.stance] : []
  })
  if (stances.includes('accepts-ad-referendum')) return 'agreed-ad-referendum'
  if (stances.includes('accepts-with-reservation')) return 'agreed-with-reservation'
  if (stances.includes('accepts-if')) return 'agreed-in-package'
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
