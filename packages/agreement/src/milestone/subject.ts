/** The milestone a command is about: known, part of the text, and, for what concerns its performance, agreed. */
import { standingClause } from '../clauses.ts'
import { refuse, type Decision, type Situation } from '../command.ts'
import { assess } from '../consent.ts'
import type { MilestoneId } from '../ids.ts'
import type { Milestone } from './milestone.ts'
import { scheduleOf, type Scheduled } from './schedule.ts'

/** `fit` says what else there is against a statement on the clause: that it is frozen, for statements on the terms. */
export function onStandingMilestone(
  { negotiation }: Situation,
  id: MilestoneId,
  then: (milestone: Milestone) => Decision,
  fit: typeof standingClause = standingClause,
): Decision {
  const milestone = negotiation.milestones.get(id)
  if (milestone === undefined) return refuse({ code: 'unknown', what: 'milestone', id })
  if (milestone.withdrawn !== undefined) return refuse({ code: 'milestone-withdrawn' })
  const wrong = fit(negotiation, milestone.clause)
  return wrong ? refuse(wrong) : then(milestone)
}

/** A milestone that is owed: its clause is agreed, and nobody has waived or replaced it. */
export function onOwedMilestone(
  situation: Situation,
  id: MilestoneId,
  then: (milestone: Milestone, scheduled: Scheduled) => Decision,
): Decision {
  return onStandingMilestone(situation, id, (milestone) => {
    const { negotiation, readings, now } = situation
    const { agreed } = assess(negotiation, readings)
    if (!agreed.has(milestone.clause)) return refuse({ code: 'not-agreed', clause: milestone.clause })
    const scheduled = scheduleOf(negotiation, agreed, now).get(id)
    if (scheduled === undefined) return refuse({ code: 'unknown', what: 'milestone', id })
    return scheduled.ended === undefined ? then(milestone, scheduled) : refuse({ code: 'milestone-ended', how: scheduled.ended.how })
  })
}

/** What a statement carries besides its words: which time it is, from the second time on. */
export function time({ occurrence }: Scheduled): { readonly occurrence?: number } {
  return occurrence > 1 ? { occurrence } : {}
}
