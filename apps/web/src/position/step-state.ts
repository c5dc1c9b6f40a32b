/** How something a party said stands today: in force, lapsed, or superseded by what it said later. */
import { standingOf, type Negotiation, type PositionStep, type Reading } from '@entente/agreement'

export type StepState = 'now' | 'lapsed' | 'not confirmed in time' | 'superseded'

/** `reading` is how the clause reads now. Consent that a correction carried over is in force. */
export function stateOfStep(negotiation: Negotiation, step: PositionStep, reading: Reading | undefined): StepState {
  const { clause, party } = step
  if (negotiation.positions.get(clause)?.get(party)?.at(-1) !== step) return 'superseded'
  if (!('on' in step)) return 'now'
  const standing = standingOf(negotiation, new Map(reading === undefined ? [] : [[clause, reading]]), clause, party)
  if (standing.is !== 'lapsed') return 'now'
  return standing.because === 'unconfirmed' ? 'not confirmed in time' : 'lapsed'
}
