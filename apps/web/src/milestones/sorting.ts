/** The orders of the table of milestones. */
import type { MilestoneState } from '@entente/agreement'
import { dueDayOf, type Step } from './steps.ts'

export type Column = 'name' | 'title' | 'performers' | 'verifier' | 'due' | 'state'
export type Sorting = { readonly by: Column; readonly descending: boolean }

/** The gravest first. */
export const byGravity: readonly MilestoneState[] = [
  'overdue',
  'disputed',
  'not-verified',
  'snapped-back',
  'suspended',
  'reported',
  'blocked',
  'pending',
  'agreed',
  'verified',
  'proposed',
  'waived',
  'superseded',
]

/** The steps in another order; equal ones stay in the order of the text. What has no day comes last, whichever way. */
export function sorted(steps: readonly Step[], { by, descending }: Sorting): readonly Step[] {
  const compare = comparisons[by]
  const turn = descending ? -1 : 1
  return steps.toSorted((a, b) => {
    const [dayOfA, dayOfB] = [dueDayOf(a), dueDayOf(b)]
    if (by === 'due' && (dayOfA === undefined || dayOfB === undefined)) return Number(dayOfA === undefined) - Number(dayOfB === undefined)
    return turn * compare(a, b)
  })
}

/** Pressing a column's heading: its order, then the other way round. */
export function sortedBy(column: Column, { by, descending }: Sorting): Sorting {
  return { by: column, descending: by === column && !descending }
}

const words = new Intl.Collator('en', { numeric: true })

const comparisons: { readonly [column in Column]: (a: Step, b: Step) => number } = {
  name: (a, b) => words.compare(a.name, b.name),
  title: (a, b) => words.compare(a.of.terms.title, b.of.terms.title),
  performers: (a, b) => words.compare(a.of.terms.performers.join(' '), b.of.terms.performers.join(' ')),
  verifier: (a, b) => words.compare(a.of.terms.verifier, b.of.terms.verifier),
  due: (a, b) => words.compare(dueDayOf(a) ?? '', dueDayOf(b) ?? ''),
  state: (a, b) => byGravity.indexOf(a.state) - byGravity.indexOf(b.state),
}
