/**
 * What the server has to put on record because time has passed or words have changed.
 *
 * Deadlines are by the server's clock and survive restarts, because they are computed from the record and not kept in timers.
 */
import { missedConfirmations, waitingForConfirmation } from './ad-referendum.ts'
import type { Readings } from './command.ts'
import { correctionsOver } from './corrections.ts'
import type { Fact } from './fact.ts'
import type { Timestamp } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import { silencesOver } from './silence.ts'

/** The facts that are due by now. Written, they are due no more. */
export function dutiesDue(negotiation: Negotiation, readings: Readings, now: Timestamp): readonly Fact[] {
  return [
    ...missedConfirmations(negotiation, now),
    ...silencesOver(negotiation, readings, now),
    ...correctionsOver(negotiation, readings, now),
  ]
}

/** The next moment at which something falls due, if the words stay as they are. */
export function nextDuty(negotiation: Negotiation): Timestamp | undefined {
  const deadlines = [
    ...waitingForConfirmation(negotiation).flatMap(({ position }) =>
      position.stance === 'accepts-ad-referendum' && position.confirmBy !== undefined ? [position.confirmBy] : [],
    ),
    ...[...negotiation.silences.values()]
      .filter(({ ended, on }) => ended === undefined && on !== undefined)
      .map(({ closesAt }) => closesAt),
    ...[...negotiation.corrections.values()].filter(({ state }) => state.is === 'open').map(({ closesAt }) => closesAt),
  ]
  return deadlines.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}
