/**
 * Commands on milestones, and the days they fall on.
 *
 * Terms belong to the wording of the clause, so each of these commands changes its fingerprint: consent given before lapses, as it does
 * when a word changes.
 */
import { z } from 'zod'
import { command, record, refuse, type Decision, type Situation } from './command.ts'
import { unfrozenClause } from './clauses.ts'
import { ClauseId, MilestoneId, Day } from './ids.ts'
import { MAX_STATEMENT } from './limits.ts'
import type { Milestone, Negotiation } from './negotiation.ts'
import type { Refusal } from './refusal.ts'
import { MilestoneTerms } from './terms.ts'
import { digest } from './wording.ts'

export const proposeMilestone = command({
  name: 'milestone.propose',
  says: 'Attach a verifiable milestone to a clause. Its terms become part of the wording that parties consent to.',
  input: z.strictObject({ clause: ClauseId, terms: MilestoneTerms }),
  rule(situation, { clause, terms }) {
    const milestone = MilestoneId.parse(`m-${situation.fresh}`)
    const wrong = unfrozenClause(situation.negotiation, clause) ?? faultIn(situation.negotiation, milestone, terms)
    return wrong ? refuse(wrong) : record({ kind: 'milestone-proposed', milestone, clause, terms })
  },
})

export const reviseMilestone = command({
  name: 'milestone.revise',
  says: 'Change the terms of a milestone. Consent to its clause lapses until the parties accept the new terms.',
  input: z.strictObject({ milestone: MilestoneId, terms: MilestoneTerms }),
  rule(situation, { milestone, terms }) {
    return onStanding(situation, milestone, (was) => {
      if (digest(was.terms) === digest(terms)) return refuse({ code: 'nothing-new' })
      const wrong = faultIn(situation.negotiation, milestone, terms)
      return wrong ? refuse(wrong) : record({ kind: 'milestone-revised', milestone, terms })
    })
  },
})

export const withdrawMilestone = command({
  name: 'milestone.withdraw',
  says: 'Take a milestone out of its clause.',
  input: z.strictObject({ milestone: MilestoneId, reason: z.string().trim().max(MAX_STATEMENT).default('') }),
  rule(situation, { milestone, reason }) {
    return onStanding(situation, milestone, () => record({ kind: 'milestone-withdrawn', milestone, reason }))
  },
})

function onStanding({ negotiation }: Situation, id: MilestoneId, then: (milestone: Milestone) => Decision): Decision {
  const milestone = negotiation.milestones.get(id)
  if (milestone === undefined) return refuse({ code: 'unknown', what: 'milestone', id })
  if (milestone.withdrawn !== undefined) return refuse({ code: 'milestone-withdrawn' })
  const wrong = unfrozenClause(negotiation, milestone.clause)
  return wrong ? refuse(wrong) : then(milestone)
}

/** What is wrong with terms, if anything: somebody unknown, a verifier who performs, or a circle of dependencies. */
function faultIn(negotiation: Negotiation, milestone: MilestoneId, terms: MilestoneTerms): Refusal | undefined {
  const parties = [...terms.performers, terms.verifier, ...(terms.review ? [terms.review.by] : [])]
  const stranger = parties.find((party) => !negotiation.parties.has(party))
  if (stranger !== undefined) return { code: 'unknown', what: 'party', id: stranger }
  if (terms.performers.includes(terms.verifier)) return { code: 'performer-verifies' }
  if (terms.due.on === 'anchor' && !negotiation.anchors.has(terms.due.anchor))
    return { code: 'unknown', what: 'anchor', id: terms.due.anchor }
  const missing = [...waitsFor(terms), ...(terms.reciprocalWith ?? [])].find(
    (other) => other !== milestone && !negotiation.milestones.has(other),
  )
  if (missing !== undefined) return { code: 'unknown', what: 'milestone', id: missing }
  return reaches(negotiation, terms, milestone) ? { code: 'dependency-circle' } : undefined
}

/** The milestones that must come first: those depended on, and the one a due date counts from. */
export function waitsFor(terms: MilestoneTerms): readonly MilestoneId[] {
  return [...terms.dependsOn.map(({ milestone }) => milestone), ...(terms.due.on === 'milestone' ? [terms.due.milestone] : [])]
}

function reaches({ milestones }: Negotiation, from: MilestoneTerms, target: MilestoneId): boolean {
  const seen = new Set<MilestoneId>()
  const queue = [...waitsFor(from)]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === target) return true
    if (seen.has(next)) continue
    seen.add(next)
    const terms = milestones.get(next)?.terms
    if (terms) queue.push(...waitsFor(terms))
  }
  return false
}

/** The milestones of a clause whose terms are part of its wording, by id. */
export function milestonesOf({ milestones }: Pick<Negotiation, 'milestones'>, clause: ClauseId): readonly Milestone[] {
  return [...milestones.values()].filter((milestone) => milestone.clause === clause && milestone.withdrawn === undefined)
}

/**
 * The day a milestone is due, where it can be known: an anchor day counts once it is set (or presumed), a day counted from another
 * milestone once that one is verified (or reported, where that suffices). `presumed` is true when any day it rests on is.
 */
export function dueDay(negotiation: Negotiation, { terms }: Milestone): { readonly day: Day; readonly presumed: boolean } | undefined {
  const { due } = terms
  switch (due.on) {
    case 'day':
      return { day: due.day, presumed: false }
    case 'anchor': {
      const anchor = negotiation.anchors.get(due.anchor)
      const from = anchor?.day ?? anchor?.presumed
      return from && { day: daysAfter(from, due.offsetDays), presumed: anchor?.day === undefined }
    }
    case 'milestone': {
      const before = negotiation.milestones.get(due.milestone)
      const reached = due.after === 'verified' ? verifiedAt(before) : (before?.reported?.at ?? verifiedAt(before))
      return reached && { day: daysAfter(Day.parse(reached.slice(0, 10)), due.offsetDays), presumed: false }
    }
    default:
      return due satisfies never
  }
}

export type MilestoneState = 'proposed' | 'pending' | 'blocked' | 'overdue' | 'reported' | 'verified' | 'not-verified' | 'disputed'

/**
 * Where a milestone stands on a day. Before its clause is agreed it is a proposal; only the verifier's finding makes it verified; a
 * dispute holds until a later finding. It is blocked while a step it waits for is in trouble: overdue, disputed or found wanting.
 */
export function milestoneState(negotiation: Negotiation, milestone: Milestone, clauseAgreed: boolean, today: Day): MilestoneState {
  const shown = ownState(negotiation, milestone, today)
  if (shown !== 'pending' && shown !== 'overdue') return shown
  if (!clauseAgreed) return 'proposed'
  if (shown === 'overdue') return shown
  const stuck = waitsFor(milestone.terms).some((id) => {
    const before = negotiation.milestones.get(id)
    return before !== undefined && inTrouble.includes(ownState(negotiation, before, today))
  })
  return stuck ? 'blocked' : 'pending'
}

type OwnState = Exclude<MilestoneState, 'proposed' | 'blocked'>

const inTrouble: readonly OwnState[] = ['overdue', 'disputed', 'not-verified']

/** What a milestone's own record and due day say, whatever else it waits for. */
function ownState(negotiation: Negotiation, milestone: Milestone, today: Day): OwnState {
  const { finding, disputed, reported } = milestone
  if (disputed && (finding === undefined || disputed.seq > finding.seq)) return 'disputed'
  if (finding) return finding.finding
  if (reported) return 'reported'
  const due = dueDay(negotiation, milestone)
  return due !== undefined && !due.presumed && due.day < today ? 'overdue' : 'pending'
}

function verifiedAt(milestone: Milestone | undefined) {
  return milestone?.finding?.finding === 'verified' ? milestone.finding.at : undefined
}

/** A day so many days later, by the calendar, without a zone. */
export function daysAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return Day.parse(date.toISOString().slice(0, 10))
}
