/**
 * Acceptance ad referendum: provisional until the capital confirms it (Vienna Convention on the Law of Treaties, article 12).
 *
 * It counts while it is open. Confirmed in time it is an acceptance like any other; when its time runs out it counts no longer.
 */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import type { Fact } from './fact.ts'
import { ClauseId, type Timestamp } from './ids.ts'
import type { Negotiation, Position } from './negotiation.ts'
import { lastPosition } from './standing.ts'

export const confirmAcceptance = command({
  name: 'position.confirm',
  says: 'Confirm an acceptance that was given ad referendum. The words must still be those accepted.',
  input: z.strictObject({ clause: ClauseId }),
  rule({ negotiation, readings, speaker, now }, { clause }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const { party } = speaker.party
    const last = lastPosition(negotiation.positions.get(clause)?.get(party))
    if (last?.position.stance !== 'accepts-ad-referendum') return refuse({ code: 'not-ad-referendum', clause })
    if (last.confirmed !== undefined) return refuse({ code: 'nothing-new' })
    if (last.missed !== undefined || runOut(last, now)) return refuse({ code: 'deadline-passed' })
    const reading = readings.get(clause)
    if (reading !== undefined && reading.fingerprint !== last.on) return refuse({ code: 'text-moved', clause, now: reading.fingerprint })
    return record({ kind: 'acceptance-confirmed', clause, party })
  },
})

/** Acceptances whose time for confirmation has run out by now. */
export function missedConfirmations(negotiation: Negotiation, now: Timestamp): readonly Fact[] {
  return waitingForConfirmation(negotiation)
    .filter((position) => runOut(position, now))
    .map(({ clause, party }) => ({ kind: 'confirmation-missed', clause, party }))
}

/** Acceptances ad referendum that still wait for the capital. */
export function waitingForConfirmation({ positions }: Negotiation): readonly Position[] {
  return [...positions.values()].flatMap((parties) =>
    [...parties.values()].flatMap((steps) => {
      const last = lastPosition(steps)
      const waits = last?.position.stance === 'accepts-ad-referendum' && last.confirmed === undefined && last.missed === undefined
      return waits ? [last] : []
    }),
  )
}

function runOut({ position }: Position, now: Timestamp): boolean {
  return (
    position.stance === 'accepts-ad-referendum' && position.confirmBy !== undefined && Date.parse(position.confirmBy) <= Date.parse(now)
  )
}
