/** Why a clause is not agreed, followed through conditions to the clauses they wait for. */
import { dependsOn } from './condition.ts'
import type { Blocker } from './blocker.ts'
import type { Assessment } from './consent.ts'
import type { ClauseId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'

export type Explanation = {
  readonly clause: ClauseId
  readonly because: readonly {
    readonly blocker: Blocker
    /** For each clause it waits for: why that one is not agreed. */
    readonly through: readonly (Explanation | Circle)[]
  }[]
}

/** A clause that was explained further up: the conditions go round. */
export type Circle = { readonly clause: ClauseId; readonly because: 'explained-above' }

/** Undefined for a clause that is agreed, or is not in the text. */
export function explain(negotiation: Negotiation, assessment: Assessment, clause: ClauseId): Explanation | undefined {
  return explainAfter(negotiation, assessment, clause, new Set())
}

function explainAfter(
  negotiation: Negotiation,
  assessment: Assessment,
  clause: ClauseId,
  above: ReadonlySet<ClauseId>,
): Explanation | undefined {
  const of = assessment.clauses.get(clause)
  if (of === undefined || of.blockers.length === 0) return undefined
  const path = new Set(above).add(clause)
  return {
    clause,
    because: of.blockers.map((blocker) => {
      const waited = blocker.why === 'awaits' ? blocker.conditions.flatMap((condition) => dependsOn(condition, negotiation)) : []
      const open = [...new Set(waited)].filter((other) => !assessment.agreed.has(other))
      return {
        blocker,
        through: open.flatMap((other): readonly (Explanation | Circle)[] => {
          if (path.has(other)) return [{ clause: other, because: 'explained-above' }]
          const deeper = explainAfter(negotiation, assessment, other, path)
          return deeper ? [deeper] : []
        }),
      }
    }),
  }
}
