/** Whose consent an edit would lapse, told before it happens. */
import { accepting, type ClauseAssessment, type PartyId } from '@entente/agreement'
import { list } from '../design/status-words.ts'

/** The parties that accept the words as they stand, under whatever proviso. */
export function consentingTo({ standings }: Pick<ClauseAssessment, 'standings'>): readonly PartyId[] {
  return [...standings].flatMap(([party, standing]) => (standing.is === 'current' && accepting(standing.position.position) ? [party] : []))
}

/** "Editing this will lapse the consent of Kestria and Meridia." */
export function lapseWarning(parties: readonly string[], deed = 'Editing this'): string {
  return `${deed} will lapse the consent of ${list(parties)}.`
}
