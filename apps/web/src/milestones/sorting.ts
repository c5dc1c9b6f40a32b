/** The orders of the table of milestones. */
import type { MilestoneState } from '@entente/agreement'
import type { Step } from './steps.ts'

export type Column = 'name' | 'title' | 'performers' | 'verifier' | 'due' | 'state'
export type Sorting = { readonly by: Column; readonly descending: boolean }

/** The gravest first. */
export const byGravity: readonly MilestoneState[] = [
  'overdue',
  'disputed',
  'not-verified',
  'snapped-back',
  'reported',
  'blocked',
  'suspended',
  'pending',
  'agreed',
  'verified',
  'waived',
  'superseded',
  'proposed',
]

/** The steps in another order; equal ones stay in the order of the text. What has no day comes last, whichever way. */
export function sorted(steps: readonly Step[], { by, descending }: Sorting): readonly Step[] {
  const compare = comparisons[by]
  const turn = descending ? -1 : 1
  return steps.toSorted((a, b) => {
    if (by === 'due' && (a.due === undefined || b.due === undefined)) return Number(a.due === undefined) - Number(b.due === undefined)
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
  title: (a, b) => words.compare(a.milestone.terms.title, b.milestone.terms.title),
  performers: (a, b) => words.compare(a.milestone.terms.performers.join(' '), b.milestone.terms.performers.join(' ')),
  verifier: (a, b) => words.compare(a.milestone.terms.verifier, b.milestone.terms.verifier),
  due: (a, b) => words.compare(a.due?.day ?? '', b.due?.day ?? ''),
  state: (a, b) => byGravity.indexOf(a.state) - byGravity.indexOf(b.state),
}
