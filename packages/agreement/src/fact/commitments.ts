/** Milestones: promises, reports and findings. */
import { z } from 'zod'
import { AnchorId, ClauseId, Day, MilestoneId, PartyId } from '../ids.ts'
import { MAX_NAME, MAX_STATEMENT } from '../limits.ts'
import { MilestoneTerms } from '../terms.ts'
import { told } from './told.ts'

export const commitmentsFacts = [
  told('anchor-set', { anchor: AnchorId, label: z.string().max(MAX_NAME), day: Day.optional(), presumed: Day.optional() }),
  told('milestone-proposed', { milestone: MilestoneId, clause: ClauseId, terms: MilestoneTerms }),
  told('milestone-revised', { milestone: MilestoneId, terms: MilestoneTerms }),
  told('milestone-withdrawn', { milestone: MilestoneId, reason: z.string().max(MAX_STATEMENT) }),
  told('milestone-reported', {
    milestone: MilestoneId,
    note: z.string().max(MAX_STATEMENT).optional(),
    level: z.int().min(0).max(3).optional(),
  }),
  told('milestone-found', {
    milestone: MilestoneId,
    finding: z.enum(['verified', 'not-verified']),
    level: z.int().min(0).max(3),
    note: z.string().max(MAX_STATEMENT).optional(),
  }),
  /** How far a commitment has come, 0 to 3, where nobody has made a finding. Scale of the Peace Accords Matrix. */
  told('milestone-assessed', { milestone: MilestoneId, level: z.int().min(0).max(3), note: z.string().max(MAX_STATEMENT).optional() }),
  told('milestone-disputed', { milestone: MilestoneId, party: PartyId, note: z.string().max(MAX_STATEMENT).optional() }),
] as const
