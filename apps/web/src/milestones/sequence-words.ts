/**
 * The order of the steps in sentences: the accessible form of the timeline, and often the clearer one.
 *
 * For each step what releases it or when it is due, then where it stands, then who holds it up. One sentence says one thing.
 */
import type { After, Day, Milestone, MilestoneId, MilestoneState, Negotiation } from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { dueWords } from '../milestone/due-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'
import { dayAt } from '../timeline/days.ts'
import { stateSentence } from './state-words.ts'
import type { Step } from './steps.ts'

export type StepSentence = {
  readonly milestone: MilestoneId
  readonly state: MilestoneState
  /** "Easing, stage 1 (M5) is released when M2 is verified." */
  readonly head: string
  readonly rest: readonly string[]
}

/** What is told of each step, in the given order. */
export function sequenceInWords(negotiation: Negotiation, steps: readonly Step[], today: Day): readonly StepSentence[] {
  const byId = new Map(steps.map((step) => [step.milestone.milestone, step]))
  return steps.map((step) => ({
    milestone: step.milestone.milestone,
    state: step.state,
    head: headOf(negotiation, step),
    rest: [standing(negotiation, step, today), missing(negotiation, step, byId), pace(step)].filter((part) => part !== undefined),
  }))
}

/** Those worth a word now: what is in trouble, under verification, held up, or next. */
export function worthAWord(sentences: readonly StepSentence[]): readonly StepSentence[] {
  const now = sentences.filter(({ state }) => state !== 'verified' && state !== 'pending' && state !== 'proposed')
  return now.length > 0 ? now : sentences.filter(({ state }) => state !== 'verified').slice(0, 5)
}

function headOf(negotiation: Negotiation, { milestone, name }: Step): string {
  const title = `${milestone.terms.title} (${name})`
  const before = conditionsOf(milestone)
  if (before.length === 0) return `${title} is due ${dueWords(milestone.terms.due, negotiation)}.`
  const names = milestoneNames(negotiation)
  const phrases = (['verified', 'reported'] as const).flatMap((after) => {
    const first = before.filter((one) => one.after === after).map(({ id }) => names.get(id) ?? id)
    return first.length === 0 ? [] : [`${list(first)} ${first.length === 1 ? 'is' : 'are'} ${after}`]
  })
  return `${title} is released when ${list(phrases)}.`
}

function standing(negotiation: Negotiation, { standing: stands, state }: Step, today: Day): string | undefined {
  return state === 'blocked' ? undefined : `${stateSentence(negotiation, stands, today)}.`
}

/** Of what it waits for, what is not there yet, and whose it is. */
function missing(negotiation: Negotiation, { milestone, state }: Step, steps: ReadonlyMap<MilestoneId, Step>): string | undefined {
  if (state === 'verified') return undefined
  const open = conditionsOf(milestone).flatMap(({ id, after }) => {
    const step = steps.get(id)
    if (step === undefined || step.state === 'verified' || (after === 'reported' && step.standing.reported !== undefined)) return []
    return [step]
  })
  if (open.length === 0) return undefined
  const told = open.map(
    ({ name, milestone: { terms } }) => `${name} by ${list(terms.performers.map((party) => partyName(negotiation, party)))}`,
  )
  return `Still to come: ${list(told)}.`
}

function pace({ state, due, span }: Step): string | undefined {
  if (due !== undefined || span === undefined || state === 'verified') return undefined
  return `At the present pace it falls on ${dayWithYear(dayAt(span.to))}.`
}

function conditionsOf({ terms }: Milestone): readonly { readonly id: MilestoneId; readonly after: After }[] {
  const from = terms.dependsOn.map(({ milestone, after }) => ({ id: milestone, after }))
  const { due } = terms
  return due.on === 'milestone' && !from.some(({ id }) => id === due.milestone) ? [...from, { id: due.milestone, after: due.after }] : from
}
