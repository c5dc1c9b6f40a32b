/**
 * What waits for one party: the findings it has to make, oldest first; what it owes next; the remedial steps and reviews that are its to
 * take. Only what it can settle itself is here; what it waits for from others is in the sequence.
 */
import { remedyOf, type Day, type PartyId, type ReviewMeeting, type Timestamp } from '@entente/agreement'
import { dueDayOf, type Step } from '../milestones/steps.ts'

export type Desk = {
  /** Reports to find on and disputes to inspect, the longest waiting first. */
  readonly findings: readonly { readonly step: Step; readonly why: 'reported' | 'disputed'; readonly since: Timestamp }[]
  /** What the party performs and has not done: what is late first, then by the day it is due; what has no day last. */
  readonly owed: readonly { readonly step: Step; readonly day: Day | undefined }[]
  readonly remedies: readonly { readonly step: Step; readonly words: string; readonly until: Timestamp | undefined }[]
  /** Findings this party may still dispute. */
  readonly disputable: readonly { readonly step: Step; readonly until: Timestamp }[]
  readonly reviews: readonly ReviewMeeting[]
}

type Asks = {
  readonly party: PartyId
  /** Whether the party presides, and so takes the remedial steps that name nobody. */
  readonly presides: boolean
  /** Whether it may dispute findings. */
  readonly required: boolean
}

export function deskOf(steps: readonly Step[], meetings: readonly ReviewMeeting[], { party, presides, required }: Asks): Desk {
  return {
    findings: steps
      .flatMap((step) => {
        const waits = step.of.terms.verifier === party && !step.of.terms.performers.includes(party) ? waitingSince(step) : undefined
        return waits === undefined ? [] : [{ step, ...waits }]
      })
      .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since)),
    owed: steps
      .filter((step) => step.of.terms.performers.includes(party) && owing.includes(step.state))
      .map((step) => ({ step, day: dueDayOf(step) }))
      .toSorted((a, b) => (a.day ?? '9999-12-31').localeCompare(b.day ?? '9999-12-31')),
    remedies: steps.flatMap((step) =>
      step.remedies.flatMap((standing) => {
        if (standing.is !== 'due') return []
        const { by } = remedyOf(standing.remedy)
        const own = by === undefined ? step.of.terms.verifier === party || presides : by === party
        return own ? [{ step, words: standing.remedy.step, until: standing.until }] : []
      }),
    ),
    disputable: steps.flatMap((step) =>
      step.life.is === 'found' && (required || step.of.terms.performers.includes(party))
        ? [{ step, until: step.life.disputableUntil }]
        : [],
    ),
    reviews: meetings.filter(({ by, due }) => by === party || due || presides),
  }
}

const owing: readonly Step['state'][] = ['overdue', 'not-verified', 'pending', 'blocked']

function waitingSince({ life }: Step): { readonly why: 'reported' | 'disputed'; readonly since: Timestamp } | undefined {
  if (life.is === 'reported') return { why: 'reported', since: life.report.said.at }
  return life.is === 'disputed' ? { why: 'disputed', since: life.dispute.said.at } : undefined
}
