/**
 * The words beside the status shapes: one short phrase per clause status and per stance, the same on every page.
 */
import type { ClauseId, ClauseStatus, Condition, Negotiation, Stance, Standing } from '@entente/agreement'

export function wordOfStatus(status: ClauseStatus): string {
  switch (status) {
    case 'agreed':
      return 'Agreed'
    case 'agreed-ad-referendum':
      return 'Agreed ad referendum'
    case 'agreed-with-reservation':
      return 'Agreed with reservation'
    case 'agreed-in-package':
      return 'Agreed in package'
    case 'conditional':
      return 'Conditional'
    case 'contested':
      return 'Contested'
    case 'bracketed':
      return 'Bracketed'
    case 'consent-lapsed':
      return 'Consent lapsed'
    case 'open':
      return 'Open'
    default:
      return status satisfies never
  }
}

/** What a condition needs to be named: the numbers clauses have in the text now, and the packages. */
export type Naming = { readonly numbers: ReadonlyMap<ClauseId, string>; readonly negotiation: Pick<Negotiation, 'packages' | 'milestones'> }

/** "Accepts if 2 and 7". */
export function wordOfStance(stance: Stance, naming: Naming): string {
  switch (stance.stance) {
    case 'accepts':
      return 'Accepts'
    case 'accepts-ad-referendum':
      return 'Accepts ad ref.'
    case 'accepts-with-reservation':
      return 'Accepts with reservation'
    case 'accepts-if':
      return `Accepts if ${list(stance.conditions.map((condition) => wordOfCondition(condition, naming)))}`
    case 'reserves':
      return 'Reserves'
    case 'objects':
      return 'Objects'
    case 'stands-aside':
      return 'Stands aside'
    default:
      return stance satisfies never
  }
}

/** The one word of a cell or chip: a stance, "Lapsed", or "No position". */
export function wordOfStanding(standing: Standing, naming: Naming): string {
  switch (standing.is) {
    case 'none':
      return 'No position'
    case 'lapsed':
      return standing.because === 'unconfirmed' ? 'Lapsed, not confirmed in time' : 'Lapsed'
    case 'current':
      return wordOfStance(standing.position.position, naming)
    default:
      return standing satisfies never
  }
}

/** A condition as it follows "if": "2", "package “Withdrawal for relief”", "5 reads as now", "the terms of “Lists exchanged”". */
export function wordOfCondition(condition: Condition, { numbers, negotiation }: Naming): string {
  switch (condition.on) {
    case 'clause':
      return numbers.get(condition.clause) ?? 'a withdrawn clause'
    case 'package':
      return `package “${negotiation.packages.get(condition.package)?.title ?? condition.package}”`
    case 'wording':
      return `${numbers.get(condition.clause) ?? 'a withdrawn clause'} keeps its wording`
    case 'milestone':
      return `“${negotiation.milestones.get(condition.milestone)?.terms.title ?? condition.milestone}” keeps its terms`
    default:
      return condition satisfies never
  }
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "2 and 7", "2, 5 and 7". */
export function list(words: readonly string[]): string {
  return conjunction.format(words)
}
