/**
 * Who said what, and what is agreed.
 *
 * Pure rules: no Yjs, no clock, no I/O, no randomness. Read in this order: party and powers (who may speak), wording (what is consented
 * to), fact and journal (what is on record), negotiation and fold (what has been said so far), command (how something gets on record),
 * consent (what follows).
 */
export * from './clauses.ts'
export * from './command.ts'
export * from './commands.ts'
export * from './comments.ts'
export * from './consent.ts'
export * from './fact.ts'
export * from './fold.ts'
export * from './ids.ts'
export * from './journal.ts'
export * from './limits.ts'
export * from './milestones.ts'
export * from './negotiation.ts'
export * from './numbering.ts'
export * from './opening.ts'
export * from './party.ts'
export * from './position.ts'
export * from './positions.ts'
export * from './powers.ts'
export * from './procedure.ts'
export * from './refusal.ts'
export * from './terms.ts'
export * from './wording.ts'
