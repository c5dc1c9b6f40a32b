/** What was promised: the days that others count from, and the terms of milestones. */
import { z } from 'zod'
import { AnchorId, ClauseId, Day, MilestoneId, PartyId } from '../ids.ts'
import { MAX_NAME, MAX_PARTIES, MAX_STATEMENT } from '../limits.ts'
import { MilestoneTerms } from '../terms.ts'
import { told } from './told.ts'

export const commitmentsFacts = [
  told('anchor-set', {
    anchor: AnchorId,
    label: z.string().max(MAX_NAME),
    day: Day.optional(),
    presumed: Day.optional(),
    /** Who says when it is, besides the chair. */
    setBy: z.array(PartyId).min(1).max(MAX_PARTIES).optional(),
  }),
  told('milestone-proposed', { milestone: MilestoneId, clause: ClauseId, terms: MilestoneTerms }),
  told('milestone-revised', { milestone: MilestoneId, terms: MilestoneTerms }),
  told('milestone-withdrawn', { milestone: MilestoneId, reason: z.string().max(MAX_STATEMENT) }),
] as const
