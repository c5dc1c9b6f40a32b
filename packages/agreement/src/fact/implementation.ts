/** What became of a promise: reports, findings, disputes, remedies and reviews. */
import { z } from 'zod'
import { Day, MilestoneId, PartyId } from '../ids.ts'
import { MAX_EVIDENCE, MAX_MILESTONES, MAX_STATEMENT, MAX_TITLE } from '../limits.ts'
import { Evidence } from '../milestone/evidence.ts'
import { Statement, told } from './told.ts'

/** How far a commitment has come, on the scale of the Peace Accords Matrix: not begun, minimal, intermediate, full. */
const Level = z.int().min(0).max(3)
/** Which time it is, for what is due again and again or on request. Absent for the first. */
const occurrence = z.int().min(1).optional()
const note = z.string().max(MAX_STATEMENT).optional()
const finding = z.enum(['verified', 'not-verified'])

export const implementationFacts = [
  told('milestone-reported', {
    milestone: MilestoneId,
    note,
    level: Level.optional(),
    evidence: z.array(Evidence).max(MAX_EVIDENCE).optional(),
    occurrence,
  }),
  told('milestone-found', { milestone: MilestoneId, finding, level: Level, note, occurrence }),
  /** How far a commitment has come, 0 to 3, where nobody has made a finding. Scale of the Peace Accords Matrix. */
  told('milestone-assessed', { milestone: MilestoneId, level: Level, note }),
  told('milestone-disputed', { milestone: MilestoneId, party: PartyId, note, occurrence }),
  /** The second inspection after a dispute. What it finds is final. */
  told('milestone-inspected', { milestone: MilestoneId, finding, level: Level, note, occurrence }),
  told('milestone-waived', { milestone: MilestoneId, party: PartyId }),
  told('milestone-requested', { milestone: MilestoneId, party: PartyId, note }),
  /** The verifier found that a condition did not hold on a day: its days are counted anew from there. */
  told('milestone-breached', { milestone: MilestoneId, day: Day, breach: z.string().trim().min(1).max(MAX_TITLE), note }),
  /** A remedial step was taken. `step` is its words, as in the terms. */
  told('remedy-taken', { milestone: MilestoneId, step: Statement, note, occurrence }),
  told('review-held', {
    party: PartyId,
    day: Day,
    milestones: z.array(MilestoneId).min(1).max(MAX_MILESTONES),
    note: Statement,
    /** When the next one is to be held, where the meeting set it. */
    next: Day.optional(),
  }),
  /** A party agrees that anybody may see how far the commitments have come. */
  told('publication-agreed', { party: PartyId }),
  told('publication-withheld', { party: PartyId }),
] as const
