/** What ends a milestone besides its performance: every required party waives it, or another one takes its place; and what halts it. */
import type { ClauseId, MilestoneId, PartyId } from '../ids.ts'
import type { Negotiation, Said } from '../negotiation.ts'
import type { Milestone } from './milestone.ts'
import { remedyOf } from '../terms.ts'
import type { RemedyTaken } from './step.ts'

/** The milestones whose terms are part of the text: not withdrawn, of a clause that stands. In the order they were proposed. */
export function standingMilestones({ milestones, clauses }: Pick<Negotiation, 'milestones' | 'clauses'>): readonly Milestone[] {
  const standing = new Set(clauses.flatMap(({ clause, standing: how }) => (how.is === 'standing' ? [clause] : [])))
  return [...milestones.values()].filter(({ withdrawn, clause }) => withdrawn === undefined && standing.has(clause))
}

/** When the last of the required parties waived it; undefined while one has not. */
export function waivedAt({ waivedBy }: Pick<Milestone, 'waivedBy'>, required: readonly PartyId[]): Said | undefined {
  if (required.length === 0) return undefined
  const said = required.map((party) => waivedBy.get(party))
  return said.some((each) => each === undefined)
    ? undefined
    : said.reduce((last, each) => (last === undefined || (each !== undefined && each.seq > last.seq) ? each : last), undefined)
}

/** For each milestone that another one replaces, that other one. It replaces nothing before its own clause is agreed. */
export function replacements(standing: readonly Milestone[], agreed: ReadonlySet<ClauseId>): ReadonlyMap<MilestoneId, MilestoneId> {
  return new Map(
    standing.flatMap(({ milestone, clause, terms }) =>
      terms.replaces !== undefined && terms.replaces !== milestone && agreed.has(clause) ? [[terms.replaces, milestone] as const] : [],
    ),
  )
}

/** A remedial step of one milestone that holds another. */
export type Hold = { readonly does: 'suspension' | 'snapback'; readonly by: MilestoneId; readonly said: Said }

/**
 * Which milestones are suspended or snapped back, and by which. The last step taken counts. A suspension ends by itself once the milestone
 * that was missed is verified; what was snapped back stays so until a reinstatement is stated.
 */
export function holds(standing: readonly Milestone[], verified: (milestone: MilestoneId) => boolean): ReadonlyMap<MilestoneId, Hold> {
  const taken = standing
    .flatMap(({ milestone, terms, steps }) =>
      steps.flatMap((step) => {
        const remedy = step.is === 'remedied' ? remedyTaken(terms.remedialSteps, step) : undefined
        return remedy?.milestone === undefined ? [] : [{ by: milestone, does: remedy.does, target: remedy.milestone, said: step.said }]
      }),
    )
    .toSorted((a, b) => a.said.seq - b.said.seq)
  const held = new Map<MilestoneId, Hold>()
  for (const { by, does, target, said } of taken) {
    if (does === 'reinstatement') held.delete(target)
    else if (does === 'snapback' || (does === 'suspension' && !verified(by))) held.set(target, { does, by, said })
  }
  return held
}

function remedyTaken(steps: Milestone['terms']['remedialSteps'], { step: words }: RemedyTaken) {
  return steps.map(remedyOf).find(({ step }) => step === words)
}
