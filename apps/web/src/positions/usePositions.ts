/**
 * The table as the matrix needs it. `assess` answers after every keystroke anywhere; the matrix is drawn again only when something is on
 * record or a clause is assessed differently.
 */
import type { Assessment } from '@entente/agreement'
import type { RoomView } from '@entente/sync/client'
import { sameAssessment } from '../table/same-assessment.ts'
import { useView } from '../table/useView.ts'

export function usePositions(): RoomView {
  return useView((view) => view, samePositions)
}

function samePositions(a: RoomView, b: RoomView): boolean {
  return a.negotiation === b.negotiation && a.speaker?.seat === b.speaker?.seat && sameClauses(a.assessment, b.assessment)
}

function sameClauses(a: Assessment, b: Assessment): boolean {
  return a === b || (a.clauses.size === b.clauses.size && [...a.clauses].every(([clause, of]) => sameAssessment(of, b.clauses.get(clause))))
}
