/** Which clauses are frozen, and why. */
import type { freezesFacts } from '../fact/freezes.ts'
import type { Folds } from './folds.ts'
import { put, without } from './put.ts'

export const freezes: Folds<typeof freezesFacts> = {
  'clause-frozen': (was, fact, said) => ({ freezes: put(was.freezes, fact.clause, { reason: fact.reason, said }) }),
  'clause-reopened': (was, fact) => ({ freezes: without(was.freezes, fact.clause) }),
}
