/** How the negotiation began, and who sits. */
import { z } from 'zod'
import { Fingerprint, NegotiationId, Timestamp } from '../ids.ts'
import { MAX_NAME } from '../limits.ts'
import { Party, Seat } from '../party.ts'
import { Cover } from './cover.ts'
import { DecisionRule, Drafting } from './decision.ts'
import { told } from './told.ts'

export const procedureFacts = [
  told('negotiation-opened', {
    negotiation: NegotiationId,
    cover: Cover,
    rule: DecisionRule,
    /** "Nothing is agreed until everything is agreed": a gate on adoption. */
    singleUndertaking: z.boolean(),
    drafting: Drafting,
  }),
  told('negotiation-imported', { source: z.string().max(MAX_NAME), sha256: Fingerprint, at: Timestamp }),
  told('party-seated', { party: Party }),
  told('seat-assigned', { seat: Seat }),
] as const
