/**
 * Taking and withdrawing a position.
 *
 * The speaker names the wording they saw. If the clause reads otherwise by the time the server hears them, nothing is recorded: consent
 * is never given to words somebody has not read.
 */
import { z } from 'zod'
import { asRead } from './as-read.ts'
import { tabledAmendment } from './amendments.ts'
import { standingClause } from './clauses.ts'
import { command, record, refuse, type Decision, type Situation } from './command.ts'
import { lastPosition, standingOf } from './standing.ts'
import { AmendmentId, ClauseId, Fingerprint } from './ids.ts'
import { Stance, type Condition } from './position.ts'
import type { Refusal } from './refusal.ts'
import { brokenBy } from './silence.ts'
import { digest } from './wording.ts'

export const takePosition = command({
  name: 'position.take',
  says: 'State the delegation’s position on the exact wording of a clause. Refused when the words have changed since they were read.',
  input: z.strictObject({
    clause: ClauseId,
    on: Fingerprint,
    position: Stance,
    /** The amendment whose reading is spoken of, where it is not the text. It can only be accepted. */
    amendment: AmendmentId.optional(),
  }),
  rule(situation, { clause, on, position, amendment }) {
    if (amendment !== undefined) return acceptedReading(situation, amendment, { clause, on, position })
    const { negotiation, speaker } = situation
    const unfit = unfitting(situation, { clause, on, position })
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
  input: z.strictObject({ clause: ClauseId, amendment: AmendmentId.optional() }),
  rule({ negotiation, readings, speaker }, { clause, amendment }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const party = speaker.party.party
    if (amendment !== undefined) {
      const step = negotiation.readingPositions.get(clause)?.get(party)?.get(amendment)
      return step === undefined || !('on' in step)
        ? refuse({ code: 'no-position', clause })
        : record({ kind: 'position-withdrawn', clause, party, amendment })
    }
    if (standingOf(negotiation, readings, clause, party).is === 'none') return refuse({ code: 'no-position', clause })
    return record({ kind: 'position-withdrawn', clause, party })
  },
})

/** Consent to an amendment's reading: current once that is the wording of the text. */
function acceptedReading(
  { negotiation, amended, speaker }: Situation,
  amendment: AmendmentId,
  { clause, on, position }: { readonly clause: ClauseId; readonly on: Fingerprint; readonly position: Stance },
): Decision {
  const found = tabledAmendment(negotiation, amendment)
  if ('code' in found) return refuse(found)
  if (found.does !== 'reword' || found.clause !== clause) return refuse({ code: 'unknown', what: 'amendment', id: amendment })
  if (amended.get(amendment)?.fingerprint !== on) return refuse({ code: 'reading-moved', amendment })
  if (position.stance !== 'accepts' && position.stance !== 'accepts-with-reservation')
    return refuse({ code: 'malformed', detail: 'position: a reading that is not the text can only be accepted' })
  const { party } = speaker.party
  const before = negotiation.readingPositions.get(clause)?.get(party)?.get(amendment)
  if (before !== undefined && 'on' in before && before.on === on && digest(before.position) === digest(position))
    return refuse({ code: 'nothing-new' })
  const round = negotiation.rounds.findLast(({ closed }) => closed === undefined)?.round
  return record({ kind: 'position-taken', clause, party, on, position, amendment, ...(round !== undefined && { round }) })
}

/** Why a position cannot be taken on these words now, whoever takes it. */
export function unfitting(
  situation: Pick<Situation, 'negotiation' | 'readings'>,
  { clause, on, position }: { readonly clause: ClauseId; readonly on: Fingerprint; readonly position: Stance },
): Refusal | undefined {
  const wrong = standingClause(situation.negotiation, clause)
  if (wrong) return wrong
  const reading = asRead(situation.readings.get(clause), clause, on)
  if ('code' in reading) return reading
  if (position.stance !== 'accepts-if') return undefined
  return position.conditions.map((condition) => faultIn(condition, situation, clause)).find(Boolean)
}

function faultIn(condition: Condition, { negotiation }: Pick<Situation, 'negotiation'>, clause: ClauseId): Refusal | undefined {
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
