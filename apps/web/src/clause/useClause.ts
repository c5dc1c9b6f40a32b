/** Everything about one clause that its screens need. Renders again on every entry of the record, but of the words only on its own. */
import type { Clause, ClauseAssessment, ClauseId, Negotiation, Reading, Speaker } from '@entente/agreement'
import type { RoomView } from '@entente/sync/client'
import { useCallback } from 'react'
import { sameAssessment } from '../table/same-assessment.ts'
import { useView } from '../table/useView.ts'

export type ClauseView = {
  readonly clause: Clause
  readonly assessment: ClauseAssessment
  readonly required: readonly string[]
  readonly reading: Reading
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
}

/** A standing clause with its assessment; undefined once it is withdrawn. */
export function useClause(id: ClauseId): ClauseView | undefined {
  const select = useCallback((view: RoomView) => viewOf(view, id), [id])
  return useView(select, sameView)
}

function viewOf({ negotiation, assessment: { clauses, required }, readings, speaker }: RoomView, id: ClauseId): ClauseView | undefined {
  const clause = negotiation.clauses.find((one) => one.clause === id)
  const assessment = clauses.get(id)
  const reading = readings.get(id)
  return clause && assessment && reading && { clause, assessment, required, reading, negotiation, speaker }
}

function sameView(a: ClauseView | undefined, b: ClauseView | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.negotiation === b.negotiation &&
    a.reading === b.reading &&
    sameAssessment(a.assessment, b.assessment) &&
    a.speaker?.seat.seat === b.speaker?.seat.seat
  )
}
