/**
 * The three-colour reading of a text in negotiation, known from the draft withdrawal agreement of 19 March 2018: agreed; substance agreed
 * but drafting open; proposed.
 */
import type { Assessment, ClauseAssessment } from './consent.ts'
import type { ClauseId } from './ids.ts'
import { accepting } from './position.ts'

export type Light = 'agreed' | 'substance-agreed' | 'proposed'

/** Substance is agreed when every required party's last word accepts the clause in some wording, whatever still has to be settled in the drafting. */
export function lightOf({ clauses, agreed, required }: Assessment, clause: ClauseId): Light | undefined {
  const of = clauses.get(clause)
  if (of === undefined) return undefined
  if (agreed.has(clause)) return 'agreed'
  return required.length > 0 && required.every((party) => hasAccepted(of, party)) ? 'substance-agreed' : 'proposed'
}

function hasAccepted({ standings }: ClauseAssessment, party: Assessment['required'][number]): boolean {
  const standing = standings.get(party)
  return standing !== undefined && standing.is !== 'none' && accepting(standing.position.position)
}
