/**
 * The life of a milestone, from its own record and the clock: open → reported → found → (disputed → second inspection) → settled.
 *
 * Only a finding verifies, and only the verifier makes one. A finding can be disputed for a set time; undisputed, it is settled when that
 * time is over, and a second inspection settles at once. "Not verified" never ends a promise: it is still owed, and can be reported anew.
 */
import { momentAfter } from '../calendar.ts'
import type { Timestamp } from '../ids.ts'
import { DISPUTE_DAYS } from '../limits.ts'
import type { Milestone } from './milestone.ts'
import type { Dispute, Finding, MilestoneStep, Report } from './step.ts'

export type Life =
  | { readonly is: 'open' }
  | { readonly is: 'reported'; readonly report: Report }
  | { readonly is: 'found'; readonly finding: Finding; readonly report: Report | undefined; readonly disputableUntil: Timestamp }
  | { readonly is: 'disputed'; readonly dispute: Dispute; readonly finding: Finding | undefined; readonly report: Report | undefined }
  | { readonly is: 'settled'; readonly finding: Finding; readonly report: Report | undefined; readonly by: 'time' | 'second-inspection' }

export type Course = {
  /** Which time it is: 1 unless it is due again and again or on request; 0 while nobody has requested it. */
  readonly occurrence: number
  readonly life: Life
  /** The finding by which it counts as done: of this time, or of the last one before. */
  readonly done: Finding | undefined
}

const OPEN: Life = { is: 'open' }

/** Where a milestone is by now. What is due again and again is at the first time that is not settled. */
export function courseOf({ terms, steps }: Pick<Milestone, 'terms' | 'steps'>, now: Timestamp): Course {
  const days = terms.disputeDays ?? DISPUTE_DAYS
  const { due } = terms
  const times =
    due.on === 'recurring' ? (due.times ?? Infinity) : due.on === 'request' ? steps.filter(({ is }) => is === 'requested').length : 1
  if (times === 0) return { occurrence: 0, life: OPEN, done: undefined }
  let occurrence = 1
  let life = lifeOf(steps, occurrence, days, now)
  let before: Finding | undefined
  while (life.is === 'settled' && occurrence < times) {
    if (isVerified(life)) before = life.finding
    occurrence += 1
    life = lifeOf(steps, occurrence, days, now)
  }
  const found = findingOf(life)
  return {
    occurrence,
    life,
    done: found === undefined ? (life.is === 'disputed' ? undefined : before) : isVerified(life) ? found : undefined,
  }
}

/** The life of one of its times. */
function lifeOf(steps: readonly MilestoneStep[], occurrence: number, disputeDays: number, now: Timestamp): Life {
  let life: Life = OPEN
  for (const step of steps) {
    if (step.occurrence !== occurrence) continue
    const report: Report | undefined = 'report' in life ? life.report : undefined
    switch (step.is) {
      case 'reported':
        life = { is: 'reported', report: step }
        break
      case 'found':
        life = { is: 'found', finding: step, report, disputableUntil: momentAfter(step.said.at, disputeDays) }
        break
      case 'disputed':
        life = { is: 'disputed', dispute: step, report, finding: 'finding' in life ? life.finding : undefined }
        break
      case 'inspected':
        life = { is: 'settled', finding: step, report, by: 'second-inspection' }
        break
      case 'requested':
      case 'breached':
      case 'remedied':
        break
      default:
        step satisfies never
    }
  }
  if (life.is !== 'found' || Date.parse(now) <= Date.parse(life.disputableUntil)) return life
  return { is: 'settled', finding: life.finding, report: life.report, by: 'time' }
}

/** The finding that holds, disputed or not yet disputable no longer: none while a dispute waits for the second inspection. */
export function findingOf(life: Life): Finding | undefined {
  return life.is === 'found' || life.is === 'settled' ? life.finding : undefined
}

/** Whether the verifier's finding that holds says it was done. */
export function isVerified(life: Life): boolean {
  return findingOf(life)?.finding === 'verified'
}

/** Whether nothing more can be filed or found: it was verified, and the time for a dispute is over. */
export function isFinal(life: Life): boolean {
  return life.is === 'settled' && life.finding.finding === 'verified'
}
