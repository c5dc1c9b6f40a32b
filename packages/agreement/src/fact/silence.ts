/** Silence procedures: consent recorded when nobody objects in time. */
import { z } from 'zod'
import { ClauseId, Fingerprint, PartyId, SilenceId, Timestamp } from '../ids.ts'
import { MAX_CLAUSES, MAX_SILENCE_HOURS, MAX_STATEMENT } from '../limits.ts'
import { told } from './told.ts'

export const silenceFacts = [
  told('silence-opened', {
    silence: SilenceId,
    clauses: z.array(ClauseId).min(1).max(MAX_CLAUSES),
    closesAt: Timestamp,
    /** The wordings that silence is asked on; any other wording ends the procedure. */
    on: z
      .array(z.strictObject({ clause: ClauseId, fingerprint: Fingerprint }))
      .max(MAX_CLAUSES)
      .optional(),
  }),
  told('silence-ended', {
    silence: SilenceId,
    /** `overtaken`: the words changed. `interrupted`: the server was away while it ran. */
    outcome: z.enum(['not-broken', 'broken', 'overtaken', 'interrupted']),
    effect: z.string().max(MAX_STATEMENT).optional(),
    /** Who broke it, and why. */
    party: PartyId.optional(),
    reason: z.string().max(MAX_STATEMENT).optional(),
  }),
  told('silence-time-proposed', { hours: z.int().min(1).max(MAX_SILENCE_HOURS) }),
  told('silence-time-accepted', { hours: z.int().min(1).max(MAX_SILENCE_HOURS), party: PartyId }),
] as const
