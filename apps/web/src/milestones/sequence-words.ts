/**
 * The order of the steps in sentences: the accessible form of the timeline, and often the clearer one.
 *
 * For each step what releases it or when it is due, then where it stands, then what is missing and whose it is. One sentence says one thing.
 */
import {
  partsCalled,
  tallyOf,
  type Dependency,
  type MilestoneId,
  type MilestoneState,
  type Negotiation,
  type PartyId,
  type Timestamp,
} from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'
import { lackSentence } from '../evidence/tally-words.ts'
import { list } from '../design/status-words.ts'
import { dueWords } from '../milestone/due-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'
import { namesOf, riskSentence, stateSentence } from './state-words.ts'
import { byId, type Step } from './steps.ts'

export type StepSentence = {
  readonly milestone: MilestoneId
  readonly state: MilestoneState
  /** "Easing, stage 1 (M5) is released when M2 is verified." */
  readonly head: string
  readonly rest: readonly string[]
}

/** What is told of each step, in the given order. */
export function sequenceInWords(negotiation: Negotiation, steps: readonly Step[], now: Timestamp): readonly StepSentence[] {
  const known = byId(steps)
  return steps.map((step) => ({
    milestone: step.milestone,
    state: step.state,
    head: headOf(negotiation, step),
    rest: [
      step.state === 'blocked' ? undefined : `${stateSentence(negotiation, step, now)}.`,
      lackingOf(negotiation, step),
      ...missing(negotiation, step, known),
      remedyWords(negotiation, step),
      riskSentence(negotiation, step),
      pace(step),
    ].filter((part) => part !== undefined),
  }))
}

/** Those worth a word now: what is in trouble, under verification, held up, or next. */
export function worthAWord(sentences: readonly StepSentence[]): readonly StepSentence[] {
  const quiet: readonly MilestoneState[] = ['verified', 'pending', 'proposed', 'agreed', 'waived', 'superseded']
  const now = sentences.filter(({ state }) => !quiet.includes(state))
  return now.length > 0 ? now : sentences.filter(({ state }) => state !== 'verified').slice(0, 5)
}

function headOf(negotiation: Negotiation, { of: { terms }, name, prerequisites }: Step): string {
  const title = `${terms.title} (${name})`
  if (prerequisites.length === 0) return `${title} is due ${dueWords(terms.due, negotiation)}.`
  return `${title} is released when ${conditionWords(negotiation, prerequisites)}.`
}

/** "M2 and M4 are verified and M3 is reported". */
export function conditionWords(negotiation: Negotiation, conditions: readonly Dependency[]): string {
  const names = milestoneNames(negotiation)
  const phrases = (['verified', 'reported'] as const).flatMap((after) => {
    const first = [...new Set(conditions.filter((one) => one.after === after).map(({ milestone }) => names.get(milestone) ?? milestone))]
    return first.length === 0 ? [] : [`${list(first)} ${first.length === 1 ? 'is' : 'are'} ${after}`]
  })
  return list(phrases)
}

/** Of what it waits for, what is not there yet, and whose it is. */
function missing(negotiation: Negotiation, step: Step, steps: ReadonlyMap<MilestoneId, Step>): readonly string[] {
  if (step.verified !== undefined) return []
  const open = [...new Set(step.waitsFor.map(({ milestone }) => milestone))].flatMap((id) => steps.get(id) ?? [])
  return open.flatMap((before) => [missingOf(negotiation, before), lackingOf(negotiation, before)].filter((part) => part !== undefined))
}

/** What of the evidence asked for is still to be filed, once something was reported or it is late. */
function lackingOf(negotiation: Negotiation, { of, occurrence, state, life }: Step): string | undefined {
  if (!evidenceAwaited.includes(state) || (life.is === 'open' && state !== 'overdue')) return undefined
  const tally = tallyOf(of, occurrence)
  return tally && lackSentence(negotiation, tally, partsCalled(of.terms))
}

const evidenceAwaited: readonly MilestoneState[] = ['pending', 'blocked', 'overdue', 'reported', 'not-verified', 'disputed']

function missingOf(negotiation: Negotiation, { name, state, of: { terms }, daysLate }: Step): string {
  const parties = (ids: readonly PartyId[]) => list(ids.map((party) => partyName(negotiation, party)))
  switch (state) {
    case 'reported':
      return `${name} waits for the finding of ${partyName(negotiation, terms.verifier)}.`
    case 'disputed':
      return `${name} is disputed and waits for the second inspection by ${partyName(negotiation, terms.verifier)}.`
    case 'overdue':
      return `${name}, owed by ${parties(terms.performers)}, is ${daysLate === 1 ? 'one day' : `${daysLate} days`} late.`
    case 'not-verified':
      return `${name}, owed by ${parties(terms.performers)}, was found not done.`
    case 'suspended':
    case 'snapped-back':
      return `${name} is ${state === 'suspended' ? 'suspended' : 'snapped back'}.`
    case 'proposed':
    case 'agreed':
    case 'pending':
    case 'blocked':
    case 'verified':
    case 'waived':
    case 'superseded':
      return `${name} is still to come from ${parties(terms.performers)}.`
    default:
      return state satisfies never
  }
}

/** "“Second inspection” is due." */
function remedyWords(negotiation: Negotiation, { remedies }: Step): string | undefined {
  const due = remedies.filter((remedy) => remedy.is === 'due')
  const [first] = due
  if (first === undefined) return undefined
  const whose = first.remedy.by === undefined ? '' : ` from ${partyName(negotiation, first.remedy.by)}`
  return `What follows now${whose}: ${first.remedy.step}${first.remedy.milestone === undefined ? '' : ` (${namesOf(negotiation, [first.remedy.milestone])})`}.`
}

function pace({ deadline, expected, state }: Step): string | undefined {
  if (deadline.is === 'known' || expected === undefined || state === 'verified' || expected.because.is === 'done') return undefined
  return `At the present pace it falls on ${dayWithYear(expected.day)}.`
}
