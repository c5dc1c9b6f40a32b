/** How the negotiation is conducted: who sits, rounds, who may type. */
import { z } from 'zod'
import { ClauseId, Day, Fingerprint, NegotiationId, Timestamp } from '../ids.ts'
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
  told('round-scheduled', { round: z.int().min(1), label: z.string().max(MAX_NAME), from: Day.optional(), to: Day.optional() }),
  told('round-opened', { round: z.int().min(1), label: z.string().max(MAX_NAME), symbol: z.string().max(MAX_NAME).optional() }),
  told('round-closed', { round: z.int().min(1) }),
  told('drafting-set', { clause: ClauseId.optional(), drafting: Drafting.optional() }),
] as const
