/** Where a milestone stands, in a word with its shape and in a sentence. */
import { dayNumber, waitsFor, type Day, type MilestoneStanding, type MilestoneState, type Negotiation } from '@entente/agreement'
import { axisDay, momentShort } from '../design/moment.ts'
import type { Shape } from '../design/shape.ts'
import { list } from '../design/status-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'

const shapes: { readonly [state in MilestoneState]: Shape } = {
  verified: 'accepts',
  reported: 'condition',
  overdue: 'objects',
  'not-verified': 'objects',
  'snapped-back': 'objects',
  disputed: 'brackets',
  suspended: 'reserves',
  pending: 'silence',
  agreed: 'silence',
  blocked: 'none',
  proposed: 'none',
  waived: 'stands-aside',
  superseded: 'stands-aside',
}

const words: { readonly [state in MilestoneState]: string } = {
  verified: 'Verified',
  reported: 'Under verification',
  overdue: 'Overdue',
  'not-verified': 'Not verified',
  'snapped-back': 'Snapped back',
  disputed: 'Disputed',
  suspended: 'Suspended',
  pending: 'To be done',
  agreed: 'Agreed',
  blocked: 'Waits',
  proposed: 'Proposed',
  waived: 'Waived',
  superseded: 'Superseded',
}

export function shapeOfState(state: MilestoneState): Shape {
  return shapes[state]
}

export function wordOfState(state: MilestoneState): string {
  return words[state]
}

/** What the state means for this milestone now: "Verified 2 Dec by JMVC", "Due in 3 days", "Waits for M2". */
export function stateSentence(negotiation: Negotiation, standing: MilestoneStanding, today: Day): string {
  const { state, of, life, held, ended } = standing
  const now = `${today}T00:00:00Z`
  const names = milestoneNames(negotiation)
  const verifier = partyName(negotiation, of.terms.verifier)
  switch (state) {
    case 'verified':
      return `Verified ${'finding' in life && life.finding ? momentShort(life.finding.said.at, now) : ''} by ${verifier}`
    case 'not-verified':
      return `${verifier} could not verify it ${'finding' in life && life.finding ? momentShort(life.finding.said.at, now) : ''}`
    case 'reported':
      return `Reported ${life.is === 'reported' ? momentShort(life.report.said.at, now) : ''}; ${verifier} has yet to verify`
    case 'disputed':
      return life.is === 'disputed'
        ? `Disputed by ${partyName(negotiation, life.dispute.party)} ${momentShort(life.dispute.said.at, now)}`
        : 'Disputed'
    case 'overdue':
      return late(standing)
    case 'agreed':
    case 'pending':
      return ahead(standing, today)
    case 'blocked':
      return `Waits for ${list(waits(negotiation, standing))}`
    case 'proposed':
      return 'Part of the text once its clause is agreed'
    case 'suspended':
    case 'snapped-back':
      return `Because of ${held === undefined ? 'another milestone' : (names.get(held.by) ?? held.by)}`
    case 'waived':
      return 'No longer owed: every required party waived it'
    case 'superseded':
      return ended?.how === 'superseded' ? `Replaced by ${names.get(ended.by) ?? ended.by}` : 'Replaced'
    default:
      return state satisfies never
  }
}

/** The few words on a milestone's bar: "Verified 2 Dec", "Evidence filed", "Due 8 Dec, 2 days late", "Waits for M2". */
export function barWords(negotiation: Negotiation, standing: MilestoneStanding, today: Day): string {
  const now = `${today}T00:00:00Z`
  const { state, life, deadline, of } = standing
  const found = 'finding' in life && life.finding !== undefined ? momentShort(life.finding.said.at, now) : ''
  switch (state) {
    case 'verified':
      return `Verified ${found}`
    case 'not-verified':
      return `Not verified ${found}`
    case 'reported':
      return `Reported ${life.is === 'reported' ? momentShort(life.report.said.at, now) : ''}`
    case 'overdue':
      return `Due ${deadline.is === 'known' ? axisDay(deadline.day) : ''}, ${late(standing).toLowerCase()}`
    case 'blocked':
      return `Waits for ${list(waits(negotiation, standing))}`
    case 'pending':
    case 'agreed':
    case 'proposed':
      if (deadline.is === 'known') return `Due ${axisDay(deadline.day)}`
      return of.terms.due.on === 'milestone' ? `After ${list(waits(negotiation, standing))}` : 'No day yet'
    case 'disputed':
    case 'suspended':
    case 'snapped-back':
    case 'waived':
    case 'superseded':
      return words[state]
    default:
      return state satisfies never
  }
}

function waits(negotiation: Negotiation, { of, waitsFor: open }: MilestoneStanding): readonly string[] {
  const names = milestoneNames(negotiation)
  const before = open.length > 0 ? open.map(({ milestone }) => milestone) : waitsFor(of.terms)
  return [...new Set(before)].map((id) => names.get(id) ?? id)
}

function late({ daysLate }: MilestoneStanding): string {
  return daysLate === 1 ? 'One day late' : `${daysLate} days late`
}

function ahead({ deadline }: MilestoneStanding, today: Day): string {
  if (deadline.is === 'not-yet') return deadline.because.is === 'unrequested' ? 'Due once it is requested' : 'Its day is not set yet'
  const days = dayNumber(deadline.day) - dayNumber(today)
  const proviso = deadline.presumed ? ', if the presumed day holds' : ''
  if (days < 0) return 'Its presumed day has passed'
  return `${days === 0 ? 'Due today' : days === 1 ? 'Due tomorrow' : `Due in ${days} days`}${proviso}`
}
