/** What waits for a person at the table: reports, findings, inspections, remedies, reviews and days to set. The soonest first. */
import { dayOf, momentAfter } from '../calendar.ts'
import type { AnchorId, ClauseId, Day, MilestoneId, PartyId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Speaker } from '../party.ts'
import { may } from '../powers.ts'
import { requiredParties } from '../required.ts'
import { reviewMeetings, reviewsDue } from './review.ts'
import type { MilestoneStanding, MilestoneStandings } from './state.ts'

export type Awaited = { readonly day: Day | undefined; readonly late: boolean } & (
  | { readonly is: 'report' | 'finding' | 'second-inspection'; readonly milestone: MilestoneId }
  /** A finding that can be disputed until `day`. Nothing needs to be done. */
  | { readonly is: 'dispute'; readonly milestone: MilestoneId }
  | { readonly is: 'remedy'; readonly milestone: MilestoneId; readonly step: string }
  | { readonly is: 'review'; readonly milestones: readonly MilestoneId[] }
  | { readonly is: 'anchor'; readonly anchor: AnchorId }
)

/** How many days ahead a deadline begins to wait for somebody. */
export const AWAITED_DAYS = 14

export function awaitedOf(
  negotiation: Negotiation,
  standings: MilestoneStandings,
  agreed: ReadonlySet<ClauseId>,
  speaker: Speaker,
  now: Timestamp,
): readonly Awaited[] {
  const today = dayOf(now)
  const horizon = dayOf(momentAfter(now, AWAITED_DAYS))
  const { party } = speaker.party
  const disputes = requiredParties(negotiation).includes(party) && may(speaker, 'bind')
  const ofMilestones = [...standings.values()]
    .filter(({ of }) => agreed.has(of.clause))
    .flatMap((standing) => [
      ...(may(speaker, 'report') ? reportsOf(standing, party, horizon) : []),
      ...(may(speaker, 'attest') ? [...findingsOf(standing, party), ...remediesFor(standing, speaker)] : []),
      ...(disputes ? disputesOf(standing) : []),
    ])
  const meetings: readonly Awaited[] = may(speaker, 'attest')
    ? reviewMeetings(reviewsDue(negotiation, standings, now))
        .filter(({ by, day }) => by === party && day <= horizon)
        .map(({ milestones, day }) => ({ is: 'review', milestones, day, late: day < today }))
    : []
  const anchors: readonly Awaited[] = [...negotiation.anchors.values()]
    .filter(({ day, presumed, setBy }) => {
      const mine = may(speaker, 'preside') || (may(speaker, 'attest') && setBy.includes(party))
      return mine && day === undefined && presumed !== undefined && presumed <= today
    })
    .map(({ anchor, presumed }) => ({ is: 'anchor', anchor, day: presumed, late: presumed !== undefined && presumed < today }))
  return [...ofMilestones, ...meetings, ...anchors].toSorted((a, b) => {
    const [one, other] = [a.day ?? '9999', b.day ?? '9999']
    return one < other ? -1 : one > other ? 1 : 0
  })
}

function reportsOf({ milestone, state, deadline, of, daysLate }: MilestoneStanding, party: PartyId, horizon: Day): readonly Awaited[] {
  if (!of.terms.performers.includes(party) || (state !== 'pending' && state !== 'overdue' && state !== 'not-verified')) return []
  if (deadline.is === 'not-yet' || (state === 'pending' && deadline.day > horizon)) return []
  return [{ is: 'report', milestone, day: deadline.day, late: daysLate > 0 || state === 'not-verified' }]
}

function findingsOf({ milestone, state, of }: MilestoneStanding, party: PartyId): readonly Awaited[] {
  if (of.terms.verifier !== party || of.terms.performers.includes(party)) return []
  if (state === 'reported') return [{ is: 'finding', milestone, day: undefined, late: false }]
  return state === 'disputed' ? [{ is: 'second-inspection', milestone, day: undefined, late: false }] : []
}

function remediesFor({ milestone, remedies, of }: MilestoneStanding, speaker: Speaker): readonly Awaited[] {
  const { party } = speaker.party
  return remedies.flatMap((standing): readonly Awaited[] => {
    if (standing.is !== 'due') return []
    const { by, step } = standing.remedy
    const mine = by === undefined ? party === of.terms.verifier || may(speaker, 'preside') : by === party
    return mine ? [{ is: 'remedy', milestone, step, day: standing.until && dayOf(standing.until), late: standing.late }] : []
  })
}

function disputesOf({ milestone, life }: MilestoneStanding): readonly Awaited[] {
  return life.is === 'found' ? [{ is: 'dispute', milestone, day: dayOf(life.disputableUntil), late: false }] : []
}
