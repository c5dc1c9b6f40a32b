/** Where a milestone stands, in a word with its shape, in the few words of a bar, and in a sentence. */
import {
  dayNumber,
  dayOf,
  findingOf,
  partsCalled,
  tallyOf,
  type MilestoneId,
  type MilestoneStanding,
  type MilestoneState,
  type Negotiation,
  type Timestamp,
} from '@entente/agreement'
import { axisDay, clockInFull, clockOf, dayWithYear, momentShort } from '../design/moment.ts'
import type { Shape } from '../design/shape.ts'
import { list } from '../design/status-words.ts'
import { tallyWords } from '../evidence/tally-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'

export function shapeOfState(state: MilestoneState): Shape {
  switch (state) {
    case 'verified':
      return 'accepts'
    case 'reported':
      return 'condition'
    case 'overdue':
    case 'not-verified':
      return 'objects'
    case 'disputed':
      return 'brackets'
    case 'pending':
      return 'silence'
    case 'suspended':
      return 'reserves'
    case 'snapped-back':
      return 'lapsed'
    case 'waived':
    case 'superseded':
      return 'stands-aside'
    case 'blocked':
    case 'agreed':
    case 'proposed':
      return 'none'
    default:
      return state satisfies never
  }
}

export function wordOfState(state: MilestoneState): string {
  switch (state) {
    case 'verified':
      return 'Verified'
    case 'reported':
      return 'Under verification'
    case 'overdue':
      return 'Overdue'
    case 'not-verified':
      return 'Not verified'
    case 'disputed':
      return 'Disputed'
    case 'pending':
      return 'To be done'
    case 'blocked':
      return 'Blocked'
    case 'agreed':
      return 'No day yet'
    case 'proposed':
      return 'Proposed'
    case 'suspended':
      return 'Suspended'
    case 'snapped-back':
      return 'Snapped back'
    case 'waived':
      return 'Waived'
    case 'superseded':
      return 'Replaced'
    default:
      return state satisfies never
  }
}

/** What the state means for this milestone now: "Verified 2 Dec by JMVC", "Due in 3 days", "Waits for M2, which is overdue". */
export function stateSentence(negotiation: Negotiation, standing: MilestoneStanding, now: Timestamp): string {
  const { life, of, state, held, ended } = standing
  const verifier = partyName(negotiation, of.terms.verifier)
  const found = findingOf(life)
  switch (state) {
    case 'verified': {
      const finding = found ?? standing.done
      if (finding === undefined) return 'Verified'
      const open = life.is === 'found' ? `; it can be disputed until ${until(life.disputableUntil, now)}` : ''
      return `Verified ${momentShort(finding.said.at, now)} by ${verifier}, level ${finding.level} of 3${open}`
    }
    case 'not-verified':
      return found === undefined ? `${verifier} could not verify it` : `${verifier} found it not done, ${momentShort(found.said.at, now)}`
    case 'reported':
      return life.is === 'reported' ? `Reported ${momentShort(life.report.said.at, now)}; ${verifier} has yet to verify` : 'Reported'
    case 'disputed':
      return life.is === 'disputed'
        ? `Disputed by ${partyName(negotiation, life.dispute.party)} ${momentShort(life.dispute.said.at, now)}; a second inspection decides`
        : 'Disputed'
    case 'overdue':
      return late(standing.daysLate)
    case 'pending':
      return ahead(standing, now)
    case 'blocked':
      return `Waits for ${namesOf(negotiation, standing.blockedBy)}, which ${standing.blockedBy.length === 1 ? 'is' : 'are'} in trouble`
    case 'agreed':
      return unset(negotiation, standing)
    case 'proposed':
      return 'Part of the text once its clause is agreed'
    case 'suspended':
    case 'snapped-back': {
      const by = held === undefined ? '' : `, because ${namesOf(negotiation, [held.by])} was missed`
      return state === 'suspended' ? `Not owed for now${by}` : `What was done is undone${by}`
    }
    case 'waived':
      return 'Waived by all parties'
    case 'superseded':
      return ended?.how === 'superseded' ? `Replaced by ${namesOf(negotiation, [ended.by])}` : 'Replaced'
    default:
      return state satisfies never
  }
}

/** The few words on a milestone's bar: "Verified 2 Dec", "Evidence filed", "Due 8 Dec, 2 days late", "Waits for M2". */
export function barWords(negotiation: Negotiation, standing: MilestoneStanding, now: Timestamp): string {
  const { state, life, deadline } = standing
  const day = deadline.is === 'known' ? axisDay(deadline.day) : undefined
  switch (state) {
    case 'verified':
    case 'not-verified': {
      const finding = findingOf(life) ?? standing.done
      return finding === undefined ? wordOfState(state) : `${wordOfState(state)} ${axisDay(finding.said.at)}`
    }
    case 'reported':
      return life.is === 'reported' && life.report.evidence.length > 0 ? filedWords(standing) : 'Reported'
    case 'overdue':
      return day === undefined ? late(standing.daysLate) : `Due ${day}, ${late(standing.daysLate).toLowerCase()}`
    case 'blocked':
      return `Waits for ${namesOf(negotiation, standing.blockedBy)}`
    case 'agreed':
    case 'proposed':
    case 'pending':
      if (day !== undefined) return deadline.is === 'known' && deadline.presumed ? `Due ${day}, presumed` : `Due ${day}`
      if (standing.waitsFor.length > 0)
        return `Waits for ${namesOf(
          negotiation,
          standing.waitsFor.map(({ milestone }) => milestone),
        )}`
      return state === 'proposed' ? 'Proposed' : 'No day yet'
    case 'disputed':
    case 'suspended':
    case 'snapped-back':
    case 'waived':
    case 'superseded':
      return standing.daysLate > 0 ? wordOfState(state) : `${wordOfState(state)} ${axisDay(dayOf(now))}`.replace(/ \d.*$/, '')
    default:
      return state satisfies never
  }
}

/** "Evidence filed, 3 of 5 sites": counted where the terms ask for more than one thing. */
function filedWords({ of, occurrence }: MilestoneStanding): string {
  const tally = tallyOf(of, occurrence)
  return tally === undefined || tally.total === 1 ? 'Evidence filed' : `Evidence filed, ${tallyWords(tally, partsCalled(of.terms))}`
}

/** What endangers a step that is not late yet: "Expected 12 days after it is due, because M3 comes first". */
export function riskSentence(negotiation: Negotiation, { risks }: MilestoneStanding): string | undefined {
  const [late] = risks.filter((risk) => risk.risk === 'late')
  const upstream = risks.flatMap((risk) => (risk.risk === 'upstream' ? [risk.milestone] : []))
  if (late !== undefined) return `At risk: it can be expected only ${days(late.days)} after it is due.`
  return upstream.length === 0 ? undefined : `At risk: ${namesOf(negotiation, upstream)} ${upstream.length === 1 ? 'is' : 'are'} held up.`
}

/** "M2", "M2 and M6". */
export function namesOf(negotiation: Pick<Negotiation, 'milestones'>, ids: readonly MilestoneId[]): string {
  const names = milestoneNames(negotiation)
  return list([...new Set(ids)].map((id) => names.get(id) ?? id))
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

function ahead({ deadline, waitsFor }: MilestoneStanding, now: Timestamp): string {
  if (deadline.is === 'not-yet')
    return deadline.because.is === 'unrequested' ? 'Nobody has asked for it yet' : 'Its day follows from what it waits for'
  const count = dayNumber(deadline.day) - dayNumber(dayOf(now))
  const proviso = deadline.presumed ? ', if the presumed day holds' : ''
  if (count < 0) return 'Its presumed day has passed'
  const when = count === 0 ? 'Due today' : count === 1 ? 'Due tomorrow' : `Due in ${days(count)}`
  return `${when}${proviso}${waitsFor.length === 0 ? '' : ''}`
}

function unset({ anchors }: Negotiation, { deadline }: MilestoneStanding): string {
  if (deadline.is === 'known') return `Due ${dayWithYear(deadline.day)} if the presumed day holds`
  if (deadline.because.is !== 'unset') return 'Its day follows from a day that is not set yet'
  return `Counts from ${anchors.get(deadline.because.anchor)?.label ?? deadline.because.anchor}, which is not set yet`
}

function late(count: number): string {
  return count === 1 ? 'One day late' : `${count} days late`
}

function until(at: Timestamp, now: Timestamp): string {
  return `${momentShort(at, now) === clockOf(at) ? 'today' : momentShort(at, now)}, ${clockInFull(at)}`
}
