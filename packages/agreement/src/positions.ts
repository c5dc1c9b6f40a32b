/**
 * Taking and withdrawing a position.
 *
 * The speaker names the wording they saw. If the clause reads otherwise by the time the server hears them, nothing is recorded: consent
 * is never given to words somebody has not read.
 */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse, type Situation } from './command.ts'
import { lastPosition } from './standing.ts'
import { ClauseId, Fingerprint } from './ids.ts'
import { Stance, type Condition } from './position.ts'
import type { Refusal } from './refusal.ts'
import { brokenBy } from './silence.ts'
import { digest } from './wording.ts'

export const takePosition = command({
  name: 'position.take',
  says: 'State the delegation’s position on the exact wording of a clause. Refused when the words have changed since they were read.',
  input: z.strictObject({ clause: ClauseId, on: Fingerprint, position: Stance }),
  rule(situation, { clause, on, position }) {
    const { negotiation, readings, speaker } = situation
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const reading = readings.get(clause)
    if (reading === undefined) return refuse({ code: 'unknown', what: 'clause', id: clause })
    if (reading.fingerprint !== on) return refuse({ code: 'text-moved', clause, now: reading.fingerprint })
    const unfit =
      position.stance === 'accepts-if'
        ? position.conditions.map((condition) => faultIn(condition, situation, clause)).find(Boolean)
        : undefined
    if (unfit) return refuse(unfit)
    const party = speaker.party.party
    const last = lastPosition(negotiation.positions.get(clause)?.get(party))
    if (last?.on === on && digest(last.position) === digest(position)) return refuse({ code: 'nothing-new' })
    const round = negotiation.rounds.findLast(({ closed }) => closed === undefined)?.round
    return record(
      { kind: 'position-taken', clause, party, on, position, ...(round !== undefined && { round }) },
      ...brokenBy(negotiation, clause, speaker, position),
    )
  },
})

export const withdrawPosition = command({
  name: 'position.withdraw',
  says: 'Withdraw the delegation’s position on a clause. What was said stays on record.',
  input: z.strictObject({ clause: ClauseId }),
  rule({ negotiation, speaker }, { clause }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const party = speaker.party.party
    if (lastPosition(negotiation.positions.get(clause)?.get(party)) === undefined) return refuse({ code: 'no-position', clause })
    return record({ kind: 'position-withdrawn', clause, party })
  },
})

function faultIn(condition: Condition, { negotiation }: Situation, clause: ClauseId): Refusal | undefined {
  switch (condition.on) {
    case 'clause':
    case 'wording':
      if (condition.clause === clause && condition.on === 'clause') return { code: 'condition-on-itself', clause }
      return standingClause(negotiation, condition.clause)
    case 'package': {
      const offered = negotiation.packages.get(condition.package)
      if (offered === undefined) return { code: 'unknown', what: 'package', id: condition.package }
      return offered.withdrawn === undefined ? undefined : { code: 'package-withdrawn' }
    }
    case 'milestone': {
      const milestone = negotiation.milestones.get(condition.milestone)
      if (milestone === undefined) return { code: 'unknown', what: 'milestone', id: condition.milestone }
      return milestone.withdrawn === undefined ? undefined : { code: 'milestone-withdrawn' }
    }
    default:
      return condition satisfies never
  }
}
