/**
 * Freezing a clause, and reopening it.
 *
 * Agreed clauses are not locked: an edit lapses consent where all can see. Where that is not enough, whoever presides freezes a clause and
 * says why. A frozen clause keeps its words, heading, milestones and place in the text until it is reopened, again with a reason. Positions
 * and comments go on, and a slip is still put right by the correction procedure, which leaves the parties time to object.
 */
import { z } from 'zod'
import { standingClause, unfrozenClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { ClauseId } from './ids.ts'
import type { Said } from './negotiation.ts'
import { Statement } from './fact/told.ts'

/** Why a clause is frozen, and since when. */
export type Freeze = { readonly reason: string; readonly said: Said }
/** The frozen clauses. */
export type Freezes = ReadonlyMap<ClauseId, Freeze>

export const freezeClause = command({
  name: 'clause.freeze',
  says: 'Freeze a clause: its words, heading and milestones stay as they are until it is reopened.',
  input: z.strictObject({ clause: ClauseId, reason: Statement }),
  rule({ negotiation }, { clause, reason }) {
    const wrong = unfrozenClause(negotiation, clause)
    return wrong ? refuse(wrong) : record({ kind: 'clause-frozen', clause, reason })
  },
})

export const reopenClause = command({
  name: 'clause.reopen',
  says: 'Reopen a frozen clause to drafting.',
  input: z.strictObject({ clause: ClauseId, reason: Statement }),
  rule({ negotiation }, { clause, reason }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    if (!negotiation.freezes.has(clause)) return refuse({ code: 'clause-not-frozen', clause })
    return record({ kind: 'clause-reopened', clause, reason })
  },
})
