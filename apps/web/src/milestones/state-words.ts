/** Where a milestone stands, in a word with its shape and in a sentence. */
import { dueDay, type Day, type Milestone, type MilestoneState, type Negotiation } from '@entente/agreement'
import { axisDay, momentShort } from '../design/moment.ts'
import type { Shape } from '../design/shape.ts'
import { list } from '../design/status-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'
import type { Step } from './steps.ts'

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
    case 'blocked':
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
      return 'Waits'
    case 'proposed':
      return 'Proposed'
    default:
      return state satisfies never
  }
}

/** What the state means for this milestone today: "Verified 2 Dec by JMVC", "Due in 3 days", "Waits for M2". */
export function stateSentence(negotiation: Negotiation, milestone: Milestone, state: MilestoneState, today: Day): string {
  const now = `${today}T00:00:00Z`
  const { finding, reported, disputed, terms } = milestone
  const verifier = partyName(negotiation, terms.verifier)
  switch (state) {
    case 'verified':
      return `Verified ${momentShort(finding?.at ?? now, now)} by ${verifier}`
    case 'not-verified':
      return `${verifier} could not verify it ${momentShort(finding?.at ?? now, now)}`
    case 'reported':
      return `Reported ${momentShort(reported?.at ?? now, now)}; ${verifier} has yet to verify`
    case 'disputed':
      return `Disputed by ${disputed === undefined ? 'a party' : partyName(negotiation, disputed.party)} ${momentShort(disputed?.at ?? now, now)}`
    case 'overdue':
      return late(daysUntil(negotiation, milestone, today) ?? 0)
    case 'pending':
      return ahead(negotiation, milestone, today)
    case 'blocked':
      return `Waits for ${list(waits(negotiation, milestone))}`
    case 'proposed':
      return 'Part of the text once its clause is agreed'
    default:
      return state satisfies never
  }
}

/** The few words on a milestone's bar: "Verified 2 Dec", "Evidence filed", "Due 8 Dec, 2 days late", "Waits for M2". */
export function barWords(
  negotiation: Negotiation,
  { milestone, state, due }: Pick<Step, 'milestone' | 'state' | 'due'>,
  today: Day,
): string {
  const now = `${today}T00:00:00Z`
  switch (state) {
    case 'verified':
      return `Verified ${momentShort(milestone.finding?.at ?? now, now)}`
    case 'not-verified':
      return `Not verified ${momentShort(milestone.finding?.at ?? now, now)}`
    case 'reported':
      return `Reported ${momentShort(milestone.reported?.at ?? now, now)}`
    case 'disputed':
      return 'Disputed'
    case 'overdue':
      return `Due ${axisDay(due?.day ?? today)}, ${late(daysUntil(negotiation, milestone, today) ?? 0).toLowerCase()}`
    case 'blocked':
      return `Waits for ${list(waits(negotiation, milestone))}`
    case 'pending':
    case 'proposed':
      if (due !== undefined) return `Due ${axisDay(due.day)}`
      return milestone.terms.due.on === 'milestone' ? `After ${list(waits(negotiation, milestone))}` : 'No day yet'
    default:
      return state satisfies never
  }
}

function waits(negotiation: Negotiation, { terms }: Milestone): readonly string[] {
  const names = milestoneNames(negotiation)
  return [
    ...new Set([...terms.dependsOn.map(({ milestone }) => milestone), ...(terms.due.on === 'milestone' ? [terms.due.milestone] : [])]),
  ].map((id) => names.get(id) ?? id)
}

function ahead(negotiation: Negotiation, milestone: Milestone, today: Day): string {
  const due = dueDay(negotiation, milestone)
  const days = daysUntil(negotiation, milestone, today)
  if (due === undefined || days === undefined) return 'Its day is not set yet'
  const proviso = due.presumed ? ', if the presumed day holds' : ''
  if (days < 0) return 'Its presumed day has passed'
  return `${days === 0 ? 'Due today' : days === 1 ? 'Due tomorrow' : `Due in ${days} days`}${proviso}`
}

function late(days: number): string {
  return days >= -1 ? 'One day late' : `${-days} days late`
}

function daysUntil(negotiation: Negotiation, milestone: Milestone, today: Day): number | undefined {
  const due = dueDay(negotiation, milestone)
  return due && Math.round((Date.parse(due.day) - Date.parse(today)) / 86_400_000)
}
