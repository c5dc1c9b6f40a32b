/**
 * The deadlines and review meetings of a negotiation as a calendar (RFC 5545), for whoever subscribes to it.
 *
 * An event keeps its UID for as long as its milestone stands, and its SEQUENCE is the number of the record's last entry: it grows with every
 * statement, so a calendar that read an older version takes the newer one. A deadline that rests on a presumed day is tentative. Only
 * deadlines that are known are events; what is merely expected would move from day to day without anybody having said anything.
 */
import {
  milestoneStandings,
  reviewMeetings,
  reviewsDue,
  type Assessment,
  type ClauseId,
  type Head,
  type MilestoneStanding,
  type Negotiation,
  type PartyId,
  type Timestamp,
} from '@entente/agreement'
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { coverOf } from './manuscript.ts'
import { MILESTONE_STATE } from './milestone-state.ts'
import { naming as namingOf, type Naming } from './naming.ts'
import { printable } from './printable.ts'

/** How often a calendar should look again, in seconds. */
const LOOK_AGAIN = 3_600

export type CalendarOf = {
  readonly negotiation: Negotiation
  readonly assessment: Pick<Assessment, 'agreed'>
  readonly head: Head
  readonly lastEntryAt: Timestamp
  readonly at: Timestamp
  /** Whose calendar it is: what concerns them is marked. */
  readonly party: PartyId
  /** Where the milestones are shown, without a fragment. */
  readonly address: string
}

export function toCalendar({ negotiation, assessment: { agreed }, head, lastEntryAt, at, party, address }: CalendarOf): string {
  const { shortTitle } = coverOf(negotiation)
  const naming = namingOf(negotiation)
  const standings = milestoneStandings(negotiation, agreed, at)
  const id = negotiation.opened?.negotiation ?? ''
  const common = {
    stamp: new Date(lastEntryAt),
    lastModified: new Date(lastEntryAt),
    sequence: head.seq,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    allDay: true,
  }
  const deadlines = [...standings.values()].flatMap((standing): readonly ICalEventData[] => {
    const event = deadlineOf(standing, naming, agreed, party)
    if (event === undefined) return []
    return [
      {
        ...common,
        ...event,
        id: `${standing.milestone}.${id}@entente`,
        url: `${address}#milestone-${encodeURIComponent(standing.milestone)}`,
      },
    ]
  })
  const meetings = reviewMeetings(reviewsDue(negotiation, standings, at)).map(({ by, day, milestones }): ICalEventData => ({
    ...common,
    // The next review of one party is one event, which moves on when a review was held.
    id: `review.${by}.${milestones[0] ?? ''}.${id}@entente`,
    start: day,
    summary: text(`Review, ${naming.shortName(by)}`),
    description: text(`To be reviewed: ${milestones.map(naming.milestone).join(', ')}.`),
    url: address,
    categories: [{ name: 'Review' }],
  }))
  const calendar = ical({
    name: text(shortTitle),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Entente', product: 'Entente', language: 'EN' },
    ttl: LOOK_AGAIN,
    events: [...deadlines, ...meetings],
  })
  return calendar.toString()
}

function deadlineOf(
  { of, deadline, state, waitsFor }: MilestoneStanding,
  naming: Naming,
  agreed: ReadonlySet<ClauseId>,
  party: PartyId,
): ICalEventData | undefined {
  if (deadline.is === 'not-yet' || state === 'waived' || state === 'superseded') return undefined
  const { title, performers, verifier } = of.terms
  const tentative = deadline.presumed || !agreed.has(of.clause)
  const waits = waitsFor.length === 0 ? '' : ` Waits for ${waitsFor.map(({ milestone }) => naming.milestone(milestone)).join(', ')}.`
  return {
    start: deadline.day,
    summary: text(`${naming.milestone(of.milestone)} ${title}`),
    description: text(
      `${MILESTONE_STATE[state]}. ${performers.map(naming.shortName).join(', ')} to perform, ${naming.shortName(verifier)} to verify, ${naming.clause(of.clause)}.${waits}`,
    ),
    status: tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    categories: [{ name: performers.includes(party) ? 'To perform' : verifier === party ? 'To verify' : 'Commitment' }],
  }
}

/** Words on one line. A control character in a property would end it for some programs. */
function text(said: string): string {
  return printable(said).replaceAll(/\s+/gu, ' ').trim()
}
