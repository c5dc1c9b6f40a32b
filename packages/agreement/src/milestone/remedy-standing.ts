/**
 * Which remedial steps are called for, and until when.
 *
 * The first falls due when the milestone is missed: its deadline passes without a report, or the verifier finds it not done. Each next one
 * falls due when the one before was taken, or its time has run out. A step is taken when somebody states so, never by itself.
 */
import { momentAfter } from '../calendar.ts'
import type { Timestamp } from '../ids.ts'
import type { Milestone } from './milestone.ts'
import { remedyOf, type Remedy } from '../terms.ts'
import type { RemedyTaken } from './step.ts'

export type RemedyStanding = { readonly remedy: Remedy } & (
  | { readonly is: 'not-called-for' }
  /** The steps before it come first. */
  | { readonly is: 'later' }
  | { readonly is: 'due'; readonly since: Timestamp; readonly until: Timestamp | undefined; readonly late: boolean }
  | { readonly is: 'taken'; readonly taken: RemedyTaken }
)

/** `missed` is the moment since which the milestone is missed, where it is. */
export function remediesOf(
  { terms, steps }: Pick<Milestone, 'terms' | 'steps'>,
  occurrence: number,
  missed: Timestamp | undefined,
  now: Timestamp,
): readonly RemedyStanding[] {
  const takenSteps = steps.filter((step): step is RemedyTaken => step.is === 'remedied' && step.occurrence === Math.max(1, occurrence))
  let opens = missed
  return terms.remedialSteps.map((given): RemedyStanding => {
    const remedy = remedyOf(given)
    const taken = takenSteps.find(({ step }) => step === remedy.step)
    if (taken !== undefined) {
      if (missed !== undefined) opens = taken.said.at
      return { remedy, is: 'taken', taken }
    }
    if (missed === undefined) return { remedy, is: 'not-called-for' }
    if (opens === undefined || Date.parse(opens) > Date.parse(now)) {
      opens = undefined
      return { remedy, is: 'later' }
    }
    const since = opens
    const until = remedy.withinDays === undefined ? undefined : momentAfter(since, remedy.withinDays)
    const late = until !== undefined && Date.parse(until) < Date.parse(now)
    opens = late ? until : undefined
    return { remedy, is: 'due', since, until, late }
  })
}
