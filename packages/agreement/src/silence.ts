/**
 * The silence procedure: wording is adopted if nobody who is required speaks up in time (General Assembly decision 74/544).
 *
 * Silence covers the wording and nothing else: never a reservation, a declaration or a signature. It ends with any change of the words,
 * with any party that breaks it or speaks against the words, and without effect when the server was away too long for parties to speak.
 */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import type { Readings } from './command.ts'
import type { Fact } from './fact.ts'
import { ClauseId, SilenceId, Timestamp, type PartyId } from './ids.ts'
import { GRACE_MINUTES, MAX_CLAUSES, MAX_SILENCE_HOURS, MAX_STATEMENT } from './limits.ts'
import type { Negotiation, Said, Silence } from './negotiation.ts'
import type { Speaker } from './party.ts'
import type { Stance } from './position.ts'
import type { Refusal } from './refusal.ts'
import { requiredParties } from './required.ts'
import { withdrawalOf } from './seating.ts'
import { standingOf } from './standing.ts'

export const openSilence = command({
  name: 'silence.open',
  says: 'Ask the required parties to accept the present wording of clauses by their silence.',
  input: z.strictObject({ clauses: z.array(ClauseId).min(1).max(MAX_CLAUSES), closesAt: Timestamp }),
  rule({ negotiation, readings, now, fresh }, { clauses, closesAt }) {
    const earliest = hoursAfter(now, negotiation.silenceTerms.hours)
    if (Date.parse(closesAt) < Date.parse(earliest)) return refuse({ code: 'too-soon', earliest })
    const named = [...new Set(clauses)]
    const wrong = named.map((clause) => unfit(negotiation, readings, clause)).find((refusal) => refusal !== undefined)
    if (wrong) return refuse(wrong)
    const on = named.flatMap((clause) => {
      const reading = readings.get(clause)
      return reading ? [{ clause, fingerprint: reading.fingerprint }] : []
    })
    return record({ kind: 'silence-opened', silence: SilenceId.parse(`q-${fresh}`), clauses: named, closesAt, on })
  },
})

export const breakSilence = command({
  name: 'silence.break',
  says: 'Break a silence procedure, with a reason.',
  input: z.strictObject({ silence: SilenceId, reason: z.string().trim().min(1).max(MAX_STATEMENT) }),
  rule({ negotiation, speaker, now }, { silence, reason }) {
    const found = negotiation.silences.get(silence)
    if (found === undefined) return refuse({ code: 'unknown', what: 'silence', id: silence })
    const { party } = speaker.party
    if (!requiredParties(negotiation).includes(party)) return refuse({ code: 'not-required' })
    if (found.ended !== undefined || Date.parse(found.closesAt) <= Date.parse(now)) return refuse({ code: 'deadline-passed' })
    return record({ kind: 'silence-ended', silence, outcome: 'broken', party, reason })
  },
})

export const proposeSilenceTime = command({
  name: 'silence.propose-time',
  says: 'Propose another least time for silence procedures. It holds once every required party has agreed to it.',
  input: z.strictObject({ hours: z.int().min(1).max(MAX_SILENCE_HOURS) }),
  rule({ negotiation }, { hours }) {
    const { silenceTerms } = negotiation
    if (silenceTerms.hours === hours || silenceTerms.proposed?.hours === hours) return refuse({ code: 'nothing-new' })
    return record({ kind: 'silence-time-proposed', hours })
  },
})

export const acceptSilenceTime = command({
  name: 'silence.accept-time',
  says: 'Agree to the least time that was proposed for silence procedures.',
  input: z.strictObject({ hours: z.int().min(1).max(MAX_SILENCE_HOURS) }),
  rule({ negotiation, speaker }, { hours }) {
    const { party } = speaker.party
    if (!requiredParties(negotiation).includes(party)) return refuse({ code: 'not-required' })
    const { proposed } = negotiation.silenceTerms
    if (proposed?.hours !== hours || proposed.acceptedBy.has(party)) return refuse({ code: 'nothing-new' })
    return record({ kind: 'silence-time-accepted', hours, party })
  },
})

/** The silence procedure that runs on a clause, if one does. */
export function silenceOn({ silences }: Pick<Negotiation, 'silences'>, clause: ClauseId): Silence | undefined {
  return [...silences.values()].find(({ ended, clauses }) => ended === undefined && clauses.includes(clause))
}

/** Whoever speaks against words on which silence runs has broken it. */
export function brokenBy(negotiation: Negotiation, clause: ClauseId, { party: { party } }: Speaker, stance: Stance): readonly Fact[] {
  const running = silenceOn(negotiation, clause)
  const against = stance.stance === 'objects' || stance.stance === 'reserves' || stance.stance === 'accepts-if'
  if (running === undefined || !against || !requiredParties(negotiation).includes(party)) return []
  const reason = stance.stance === 'objects' ? stance.reason : (stance.note ?? '')
  return [{ kind: 'silence-ended', silence: running.silence, outcome: 'broken', party, ...(reason !== '' && { reason }) }]
}

/** What running procedures come to by now: overtaken by other words, or kept to the end. */
export function silencesOver(negotiation: Negotiation, readings: Readings, now: Timestamp): readonly Fact[] {
  return [...negotiation.silences.values()].flatMap((silence): readonly Fact[] => {
    if (silence.ended !== undefined || silence.on === undefined) return []
    if (silence.on.some(({ clause, fingerprint }) => readings.get(clause)?.fingerprint !== fingerprint))
      return [{ kind: 'silence-ended', silence: silence.silence, outcome: 'overtaken' }]
    if (Date.parse(silence.closesAt) > Date.parse(now)) return []
    return [{ kind: 'silence-ended', silence: silence.silence, outcome: 'not-broken' }, ...keptBy(negotiation, readings, silence)]
  })
}

/** While the server was away for longer than the grace period nobody could break silence: the procedures that ran then end without effect. */
export function silencesInterrupted(
  { silences }: Negotiation,
  away: { readonly from: Timestamp; readonly until: Timestamp },
): readonly Fact[] {
  if (Date.parse(away.until) - Date.parse(away.from) <= GRACE_MINUTES * 60_000) return []
  return [...silences.values()]
    .filter(
      ({ ended, on, said, closesAt }) =>
        ended === undefined && on !== undefined && before(said.at, away.until) && before(away.from, closesAt),
    )
    .map(({ silence }) => ({ kind: 'silence-ended', silence, outcome: 'interrupted' }))
}

/** Silence speaks only for those who were asked and have said nothing of these words. Whoever has keeps their word. */
function keptBy(negotiation: Negotiation, readings: Readings, { silence, on = [], said }: Silence): readonly Fact[] {
  return on.flatMap(({ clause, fingerprint }) =>
    requiredParties(negotiation)
      .filter((party) => standingOf(negotiation, readings, clause, party).is !== 'current' && sat(negotiation, party, said))
      .map((party): Fact => ({ kind: 'position-taken', clause, party, on: fingerprint, position: { stance: 'accepts' }, silence })),
  )
}

/** Whether the party sat at the table by then, and still does. Nobody's silence speaks to a question put before they came, or after they left the talks. */
function sat(negotiation: Negotiation, party: PartyId, by: Said): boolean {
  const seated = negotiation.partiesSeated.get(party)
  return seated !== undefined && seated.seq < by.seq && withdrawalOf(negotiation, party) === undefined
}

function unfit(negotiation: Negotiation, readings: Readings, clause: ClauseId): Refusal | undefined {
  const wrong = standingClause(negotiation, clause)
  if (wrong) return wrong
  if (silenceOn(negotiation, clause)) return { code: 'silence-running', clause }
  if ((readings.get(clause)?.openBrackets ?? 1) > 0) return { code: 'brackets-open', clause }
  const objecting = requiredParties(negotiation).find((party) => {
    const standing = standingOf(negotiation, readings, clause, party)
    return standing.is === 'current' && standing.position.position.stance === 'objects'
  })
  return objecting === undefined ? undefined : { code: 'objection-stands', clause, party: objecting }
}

function before(one: Timestamp, other: Timestamp): boolean {
  return Date.parse(one) < Date.parse(other)
}

export function hoursAfter(from: Timestamp, hours: number): Timestamp {
  return Timestamp.parse(new Date(Date.parse(from) + hours * 3_600_000).toISOString())
}
