/** Roll calls. What is answered is a position, a fact of its own that stands beside the answer. */
import { z } from 'zod'
import { ClauseId, Fingerprint, PartyId, RollCallId } from '../ids.ts'
import { MAX_CLAUSES, MAX_PARTIES } from '../limits.ts'
import { Stance } from '../position.ts'
import { told } from './told.ts'

/** The clauses called, and how they read. */
const Called = z
  .array(z.strictObject({ clause: ClauseId, fingerprint: Fingerprint }))
  .min(1)
  .max(MAX_CLAUSES)
export type Called = z.infer<typeof Called>

export const rollCallsFacts = [
  told('roll-call-opened', {
    rollCall: RollCallId,
    on: Called,
    /** The order in which delegations are called; the first was drawn by lot. */
    order: z.array(PartyId).min(1).max(MAX_PARTIES),
  }),
  told('roll-call-answered', { rollCall: RollCallId, party: PartyId, position: Stance }),
  told('roll-call-passed', { rollCall: RollCallId, party: PartyId }),
  told('roll-call-closed', { rollCall: RollCallId }),
] as const
