/**
 * The sequence as data, for whoever tells it in words: what releases a step and who still holds it up, what is late and what follows from
 * it, what waits for the verifier, and which review comes next. The interface makes sentences of it, the annex prints them.
 */
import type { Day, MilestoneId, PartyId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { After } from '../terms.ts'
import type { Scheduled } from './schedule.ts'
import type { RemedyStanding } from './remedy-standing.ts'
import { reviewMeetings, reviewsDue, type ReviewMeeting } from './review.ts'
import type { MilestoneStanding, MilestoneStandings } from './state.ts'

/** An event that a step waits for. */
export type Awaits = {
  readonly milestone: MilestoneId
  readonly after: After
  readonly met: boolean
  /** The performers who have reported nothing yet; empty once it is met, or when only the verifier is awaited. */
  readonly lacking: readonly PartyId[]
}

export type SequenceItem =
  | {
      readonly is: 'released-by'
      readonly milestone: MilestoneId
      readonly awaits: readonly Awaits[]
      readonly expected: Day | undefined
    }
  | {
      readonly is: 'late'
      readonly milestone: MilestoneId
      readonly days: number
      /** The remedial steps that are called for now. */
      readonly remedies: readonly RemedyStanding[]
      readonly holdsUp: readonly MilestoneId[]
    }
  | {
      readonly is: 'not-verified'
      readonly milestone: MilestoneId
      readonly remedies: readonly RemedyStanding[]
      readonly holdsUp: readonly MilestoneId[]
    }
  | { readonly is: 'under-verification'; readonly milestone: MilestoneId; readonly verifier: PartyId }
  | { readonly is: 'disputed'; readonly milestone: MilestoneId; readonly by: PartyId; readonly verifier: PartyId }
  | { readonly is: 'held'; readonly milestone: MilestoneId; readonly held: NonNullable<Scheduled['held']> }
  | ({ readonly is: 'review' } & ReviewMeeting)

/** In the order of the schedule, reviews last. Steps of which there is nothing to tell are left out. */
export function sequenceOf(negotiation: Negotiation, standings: MilestoneStandings, now: Timestamp): readonly SequenceItem[] {
  return [
    ...[...standings.values()].flatMap((standing) => itemOf(standing, standings)),
    ...reviewMeetings(reviewsDue(negotiation, standings, now)).map((meeting) => ({ is: 'review' as const, ...meeting })),
  ]
}

function itemOf(standing: MilestoneStanding, standings: MilestoneStandings): readonly SequenceItem[] {
  const { milestone, state, life, of, held, remedies, daysLate } = standing
  const called = remedies.filter(({ is }) => is === 'due')
  const holdsUp = standing.unlocks.filter((id) => standings.get(id)?.blockedBy.includes(milestone) ?? false)
  switch (state) {
    case 'overdue':
      return [{ is: 'late', milestone, days: daysLate, remedies: called, holdsUp }]
    case 'not-verified':
      return [{ is: 'not-verified', milestone, remedies: called, holdsUp }]
    case 'reported':
      return [{ is: 'under-verification', milestone, verifier: of.terms.verifier }]
    case 'disputed':
      return life.is === 'disputed' ? [{ is: 'disputed', milestone, by: life.dispute.party, verifier: of.terms.verifier }] : []
    case 'suspended':
    case 'snapped-back':
      return held === undefined ? [] : [{ is: 'held', milestone, held }]
    case 'pending':
    case 'agreed':
    case 'blocked':
    case 'proposed':
      return standing.prerequisites.length === 0
        ? []
        : [{ is: 'released-by', milestone, awaits: awaitsOf(standing, standings), expected: standing.expected?.day }]
    case 'verified':
    case 'waived':
    case 'superseded':
      return []
    default:
      return state satisfies never
  }
}

function awaitsOf({ prerequisites, waitsFor }: MilestoneStanding, standings: MilestoneStandings): readonly Awaits[] {
  return prerequisites.map(({ milestone, after }) => {
    const met = !waitsFor.some((open) => open.milestone === milestone && open.after === after)
    return { milestone, after, met, lacking: met ? [] : lackingIn(standings.get(milestone)) }
  })
}

function lackingIn(standing: MilestoneStanding | undefined): readonly PartyId[] {
  if (standing === undefined) return []
  const { of, occurrence } = standing
  const reported = new Set(
    of.steps.flatMap(({ is, said, occurrence: time }) =>
      is === 'reported' && time === occurrence && said.by !== 'server' ? [said.by.party] : [],
    ),
  )
  return of.terms.performers.filter((party) => !reported.has(party))
}
