/** What an acceptance may wait for, and whether it has come. */
import type { Readings } from './command.ts'
import type { ClauseId, MilestoneId, PackageId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Condition } from './position.ts'
import { digest } from './wording.ts'

export type Met = (condition: Condition) => boolean

/** Whether a condition is met while exactly these clauses are agreed. A condition on what was withdrawn is not. */
export function isMet(condition: Condition, negotiation: Negotiation, readings: Readings, agreed: ReadonlySet<ClauseId>): boolean {
  switch (condition.on) {
    case 'clause':
      return agreed.has(condition.clause)
    case 'package':
      return packageAgreed(condition.package, negotiation, agreed)
    case 'wording':
      return readings.get(condition.clause)?.fingerprint === condition.fingerprint
    case 'milestone':
      return termsOf(condition.milestone, negotiation) === condition.terms
    default:
      return condition satisfies never
  }
}

/** The clauses whose agreement a condition asks for. Empty for one that other agreements cannot meet. */
export function dependsOn(condition: Condition, { packages }: Pick<Negotiation, 'packages'>): readonly ClauseId[] {
  if (condition.on === 'clause') return [condition.clause]
  return condition.on === 'package' ? (packages.get(condition.package)?.clauses ?? []) : []
}

function packageAgreed(id: PackageId, { packages }: Negotiation, agreed: ReadonlySet<ClauseId>): boolean {
  const offered = packages.get(id)
  return offered !== undefined && offered.withdrawn === undefined && offered.clauses.every((clause) => agreed.has(clause))
}

/** The digest of a milestone's terms as they stand in the text; undefined once withdrawn. */
function termsOf(id: MilestoneId, { milestones }: Negotiation): string | undefined {
  const milestone = milestones.get(id)
  return milestone === undefined || milestone.withdrawn !== undefined ? undefined : digest(milestone.terms)
}
