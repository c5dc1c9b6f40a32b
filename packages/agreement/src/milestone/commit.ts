/**
 * Commands on the terms of milestones.
 *
 * Terms belong to the wording of the clause, so each of these commands changes its fingerprint: consent given before lapses, as it does
 * when a word changes.
 */
import { z } from 'zod'
import { unfrozenClause } from '../clauses.ts'
import { command, record, refuse } from '../command.ts'
import { ClauseId, MilestoneId } from '../ids.ts'
import { MAX_MILESTONES, MAX_STATEMENT } from '../limits.ts'
import { MilestoneTerms } from '../terms.ts'
import { digest } from '../wording.ts'
import { onStandingMilestone } from './subject.ts'
import { faultInTerms } from './fault-in-terms.ts'

export const proposeMilestone = command({
  name: 'milestone.propose',
  says: 'Attach a verifiable milestone to a clause. Its terms become part of the wording that parties consent to.',
  input: z.strictObject({ clause: ClauseId, terms: MilestoneTerms }),
  rule(situation, { clause, terms }) {
    const { negotiation } = situation
    if (negotiation.milestones.size >= MAX_MILESTONES) return refuse({ code: 'too-many', what: 'milestone', limit: MAX_MILESTONES })
    const milestone = MilestoneId.parse(`m-${situation.fresh}`)
    const wrong = unfrozenClause(negotiation, clause) ?? faultInTerms(negotiation, milestone, clause, terms, situation.now)
    return wrong ? refuse(wrong) : record({ kind: 'milestone-proposed', milestone, clause, terms })
  },
})

export const reviseMilestone = command({
  name: 'milestone.revise',
  says: 'Change the terms of a milestone. Consent to its clause lapses until the parties accept the new terms.',
  input: z.strictObject({ milestone: MilestoneId, terms: MilestoneTerms }),
  rule(situation, { milestone, terms }) {
    return onStandingMilestone(
      situation,
      milestone,
      (was) => {
        if (digest(was.terms) === digest(terms)) return refuse({ code: 'nothing-new' })
        const wrong = faultInTerms(situation.negotiation, milestone, was.clause, terms, situation.now)
        return wrong ? refuse(wrong) : record({ kind: 'milestone-revised', milestone, terms })
      },
      unfrozenClause,
    )
  },
})

export const withdrawMilestone = command({
  name: 'milestone.withdraw',
  says: 'Take a milestone out of its clause.',
  input: z.strictObject({ milestone: MilestoneId, reason: z.string().trim().max(MAX_STATEMENT).default('') }),
  rule(situation, { milestone, reason }) {
    return onStandingMilestone(situation, milestone, () => record({ kind: 'milestone-withdrawn', milestone, reason }), unfrozenClause)
  },
})
