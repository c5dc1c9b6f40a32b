/** Why terms cannot be proposed: they name what is not there, wait in a circle, let a performer verify, or fall due before what they wait for. */
import { isZone } from '../calendar.ts'
import type { ClauseId, MilestoneId, PartyId, Timestamp } from '../ids.ts'
import { MAX_YEAR } from '../limits.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Refusal } from '../refusal.ts'
import { prerequisites, remedyOf, waitsFor, type MilestoneTerms } from '../terms.ts'
import { scheduleOf } from './schedule.ts'

export function faultInTerms(
  negotiation: Negotiation,
  milestone: MilestoneId,
  clause: ClauseId,
  terms: MilestoneTerms,
  now: Timestamp,
): Refusal | undefined {
  return (
    unknownIn(negotiation, milestone, terms) ??
    (terms.performers.includes(terms.verifier) ? { code: 'performer-verifies' } : undefined) ??
    malformedIn(terms) ??
    (reaches(negotiation, terms, milestone) ? { code: 'dependency-circle' } : undefined) ??
    dueTooEarly(negotiation, milestone, clause, terms, now)
  )
}

function unknownIn({ parties, anchors, milestones }: Negotiation, self: MilestoneId, terms: MilestoneTerms): Refusal | undefined {
  const remedies = terms.remedialSteps.map(remedyOf)
  const named: readonly (PartyId | undefined)[] = [...terms.performers, terms.verifier, terms.review?.by, ...remedies.map(({ by }) => by)]
  const stranger = named.find((party) => party !== undefined && !parties.has(party))
  if (stranger !== undefined) return { code: 'unknown', what: 'party', id: stranger }
  const from = countedFrom(terms)
  if (from.on === 'anchor' && !anchors.has(from.anchor)) return { code: 'unknown', what: 'anchor', id: from.anchor }
  const others: readonly (MilestoneId | undefined)[] = [
    ...waitsFor(terms),
    ...(terms.reciprocalWith ?? []),
    terms.replaces,
    ...remedies.map(({ milestone }) => milestone),
  ]
  const missing = others.find((other) => other !== undefined && other !== self && !milestones.has(other))
  return missing === undefined ? undefined : { code: 'unknown', what: 'milestone', id: missing }
}

function malformedIn(terms: MilestoneTerms): Refusal | undefined {
  const from = countedFrom(terms)
  if (from.on === 'day' && Number(from.day.slice(0, 4)) > MAX_YEAR)
    return { code: 'malformed', detail: `terms.due.day: no later than the year ${MAX_YEAR}` }
  if ('zone' in from && from.zone !== undefined && !isZone(from.zone))
    return { code: 'malformed', detail: `terms.due.zone: no such time zone` }
  const vague = terms.remedialSteps.map(remedyOf).find(({ does, milestone }) => needsTarget.includes(does) !== (milestone !== undefined))
  if (vague !== undefined)
    return { code: 'malformed', detail: `terms.remedialSteps: a ${vague.does} names the milestone it acts on, other steps none` }
  return malformedParts(terms)
}

/** Each part has a name of its own, and is owed by a performer or by nobody in particular. */
function malformedParts({ parts, performers }: MilestoneTerms): Refusal | undefined {
  if (parts === undefined) return undefined
  if (new Set(parts.each.map(({ name }) => name)).size < parts.each.length)
    return { code: 'malformed', detail: 'terms.parts: each has a name of its own' }
  const strange = parts.each.find(({ by }) => by !== undefined && !performers.includes(by))
  return strange && { code: 'malformed', detail: `terms.parts: ${strange.name} is owed by a party that does not perform` }
}

const needsTarget: readonly string[] = ['suspension', 'snapback', 'reinstatement']

function countedFrom({ due }: MilestoneTerms) {
  return due.on === 'recurring' ? due.first : due
}

/** Asked of the schedule as it would be with these terms: are both deadlines known, and in the wrong order? */
function dueTooEarly(
  negotiation: Negotiation,
  milestone: MilestoneId,
  clause: ClauseId,
  terms: MilestoneTerms,
  now: Timestamp,
): Refusal | undefined {
  if (prerequisites(terms).length === 0) return undefined
  const was = negotiation.milestones.get(milestone)
  const nobody = { seq: negotiation.seq + 1, at: now, by: 'server' as const }
  const supposed = was
    ? { ...was, terms }
    : {
        milestone,
        clause,
        terms,
        said: nobody,
        revised: undefined,
        withdrawn: undefined,
        assessed: undefined,
        waivedBy: new Map(),
        steps: [],
      }
  const milestones = new Map(negotiation.milestones).set(milestone, supposed)
  const faults = scheduleOf({ ...negotiation, milestones }, new Set(), now).get(milestone)?.faults ?? []
  return faults.find((fault): fault is Extract<typeof fault, { code: 'due-before-dependency' }> => fault.code === 'due-before-dependency')
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
