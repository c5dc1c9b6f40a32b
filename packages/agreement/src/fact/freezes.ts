/** Clauses whose words may not change for now. */
import { ClauseId } from '../ids.ts'
import { Statement, told } from './told.ts'

export const freezesFacts = [
  told('clause-frozen', { clause: ClauseId, reason: Statement }),
  told('clause-reopened', { clause: ClauseId, reason: Statement }),
] as const
