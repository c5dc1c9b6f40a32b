/**
 * The milestones as an annex: one table, in the order of the text.
 *
 * Every term that parties consent to is in it, in words. A milestone outside the paper, on which one inside depends, is only named.
 */
import {
  remedyOf,
  waitsFor,
  type ClauseId,
  type Due,
  type Milestone,
  type MilestoneId,
  type MilestoneTerms,
  type Negotiation,
  type PartyId,
} from '@entente/agreement'
import type { Naming } from './naming.ts'
import type { Annex, Line, Table } from './paper.ts'
import { capitalised, counted, dateInWords, enumerate, phrase, words } from './phrase.ts'

const COLUMNS: Table['columns'] = [
  { heading: phrase('No.'), share: 5 },
  { heading: phrase('Step'), share: 20 },
  { heading: phrase('Clause'), share: 9 },
  { heading: phrase('Performed by'), share: 12 },
  { heading: phrase('Verified by'), share: 10 },
  { heading: phrase('Due'), share: 17 },
  { heading: phrase('Depends on'), share: 12 },
  { heading: phrase('Evidence'), share: 18 },
  { heading: phrase('If missed'), share: 18 },
]

/** How the things that terms name are called. */
type Names = {
  readonly anchor: (anchor: Extract<Due, { on: 'anchor' }>['anchor']) => string
  readonly milestone: (milestone: MilestoneId) => string
  readonly party: (party: PartyId) => string
}

/** The milestones of the clauses that are printed; undefined if they have none. */
export function schedule(negotiation: Negotiation, naming: Naming, printed: ReadonlySet<ClauseId>): Annex | undefined {
  const names: Names = {
    anchor: (anchor) => negotiation.anchors.get(anchor)?.label ?? anchor,
    party: naming.shortName,
    milestone(id) {
      const clause = negotiation.milestones.get(id)?.clause
      const elsewhere = clause !== undefined && naming.number(clause) !== undefined && !printed.has(clause)
      return elsewhere ? `${naming.milestone(id)} (${naming.clause(clause)})` : naming.milestone(id)
    },
  }
  const milestones = naming.milestones.filter(({ clause }) => printed.has(clause))
  if (milestones.length === 0) return undefined
  const table: Table = {
    is: 'table',
    summary: phrase('Milestones with performer, verifier, due date, evidence and remedy'),
    columns: COLUMNS,
    rows: milestones.map((milestone) => rowOf(naming, names, milestone)),
  }
  const scenarios: Table = {
    is: 'table',
    summary: phrase('What follows for each milestone if it is verified, and if it is missed'),
    columns: SCENARIOS,
    rows: milestones.map((milestone) => scenarioOf(naming, names, milestone)),
  }
  const heading = { is: 'heading', level: 2, line: phrase('If verified, if missed') } as const
  return { title: phrase('Annex: Milestones'), orientation: 'landscape', parts: [table, heading, scenarios] }
}

const SCENARIOS: Table['columns'] = [
  { heading: phrase('No.'), share: 5 },
  { heading: phrase('Step'), share: 25 },
  { heading: phrase('If verified'), share: 35 },
  { heading: phrase('If missed'), share: 35 },
]

/** What a milestone releases, and what follows without it: the remedial steps in their order, and who has to wait. */
function scenarioOf(naming: Naming, names: Names, { milestone, terms }: Milestone): Table['rows'][number] {
  const after = naming.milestones
    .filter(({ terms: other }) => waitsFor(other).includes(milestone))
    .map((other) => names.milestone(other.milestone))
  const exchanged = (terms.reciprocalWith ?? []).map(names.milestone)
  const remedies = terms.remedialSteps.map(remedyOf)
  return [
    [phrase(naming.milestone(milestone))],
    [words(terms.title)],
    [
      ...(after.length > 0 ? [phrase(`${enumerate(after)} can go on`)] : []),
      ...(exchanged.length > 0 ? [phrase(`Owed in exchange: ${enumerate(exchanged)}`)] : []),
      ...(after.length + exchanged.length === 0 ? [phrase('Nothing waits for it')] : []),
    ],
    [
      ...remedies.map(({ step, withinDays, by }, index) => [
        ...phrase(remedies.length > 1 ? `${index + 1}. ` : ''),
        ...words(step),
        ...phrase(
          `${withinDays === undefined ? '' : ` (within ${counted(withinDays, 'day')})`}${by === undefined ? '' : ` (${names.party(by)})`}`,
        ),
      ]),
      ...(after.length > 0 ? [phrase(`${enumerate(after)} ${after.length === 1 ? 'waits' : 'wait'}`)] : []),
      ...(remedies.length + after.length === 0 ? [phrase('No remedy is agreed')] : []),
    ],
  ]
}

function rowOf(naming: Naming, names: Names, { milestone, clause, terms }: Milestone): Table['rows'][number] {
  const { title, quote = '', performers, verifier, due, dependsOn, evidence, remedialSteps } = terms
  return [
    [phrase(naming.milestone(milestone))],
    [words(title), ...(quote === '' ? [] : [words(`“${quote}”`)])],
    [phrase(capitalised(naming.clause(clause)))],
    [words(performers.map(names.party).join(', '))],
    [words(names.party(verifier))],
    [phrase(dueInWords(due, names)), ...streakLines(terms)],
    [...dependsOn.map((other) => phrase(`${names.milestone(other.milestone)} ${other.after}`)), ...exchangeLines(terms, names)],
    [...evidence.map(words), ...partLines(terms, names).map(words), ...reviewLines(terms, names)],
    remedialSteps.map((step) => words(remedyOf(step).step)),
  ]
}

/** "For each of the sites: Site A (Kestria), Site B". */
export function partLines({ parts }: Pick<MilestoneTerms, 'parts'>, { party }: Pick<Names, 'party'>): readonly string[] {
  if (parts === undefined) return []
  return [
    `For each of the ${parts.called}: ${parts.each.map(({ name, by }) => (by === undefined ? name : `${name} (${party(by)})`)).join(', ')}`,
  ]
}

/** "21 days after Signature Day", "1 December 2026, 18:00 UTC", "14 days after M12 is verified". */
export function dueInWords(due: Due, names: Pick<Names, 'anchor' | 'milestone'>): string {
  switch (due.on) {
    case 'day':
      return `${dateInWords(due.day)}${timeInWords(due)}`
    case 'anchor':
      return `${due.offsetDays === 0 ? 'On ' : ''}${offsetInWords(due.offsetDays, names.anchor(due.anchor))}${timeInWords(due)}`
    case 'milestone': {
      const event = `${names.milestone(due.milestone)} is ${due.after}`
      return due.offsetDays === 0 ? `As soon as ${event}` : offsetInWords(due.offsetDays, event)
    }
    case 'recurring':
      return `${dueInWords(due.first, names)}, then every ${counted(due.everyDays, 'day')}${due.times === undefined ? '' : `, ${counted(due.times, 'time')} in all`}`
    case 'request':
      return `Within ${counted(due.withinDays, 'day')} of a request`
    default:
      return due satisfies never
  }
}

function offsetInWords(days: number, from: string): string {
  return days === 0 ? from : `${counted(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} ${from}`
}

function timeInWords({ time, zone }: { readonly time?: string | undefined; readonly zone?: string | undefined }): string {
  return time === undefined ? (zone === undefined ? '' : ` (${zone})`) : `, ${time} ${zone ?? 'UTC'}`
}

function exchangeLines({ reciprocalWith = [] }: MilestoneTerms, names: Names): readonly Line[] {
  return reciprocalWith.length === 0 ? [] : [phrase(`In exchange for ${enumerate(reciprocalWith.map(names.milestone))}`)]
}

function streakLines({ streak }: MilestoneTerms): readonly Line[] {
  if (streak === undefined) return []
  const anew = streak.resetBy.length > 0 ? `, counted anew after ${enumerate(streak.resetBy)}` : ''
  return [phrase(`Must hold for ${counted(streak.days, 'day')} on end${anew}`)]
}

function reviewLines({ review, due }: MilestoneTerms, names: Names): readonly Line[] {
  if (review === undefined) return []
  const from = due.on === 'anchor' ? names.anchor(due.anchor) : 'the due date'
  const until = review.untilOffsetDays === undefined ? '' : ` until ${offsetInWords(review.untilOffsetDays, from)}`
  return [
    phrase(`Reviewed ${review.everyDays === 1 ? 'every day' : `every ${review.everyDays} days`} by ${names.party(review.by)}${until}`),
  ]
}
