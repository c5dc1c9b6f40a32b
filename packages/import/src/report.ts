/** The fidelity report: what of the file is in the text, what only partly, what not at all. */
import type { Flow, Loss } from './flow.ts'
import type { ReportLine, Taken } from './imported.ts'

/** What is kept of each thing that a clause cannot hold as it was. */
const takenOf: { readonly [loss in Loss]: Taken } = {
  tables: 'partly',
  pictures: 'not',
  fields: 'partly',
  'text-boxes': 'not',
  equations: 'not',
  'headers-and-footers': 'not',
  'hidden-text': 'not',
  'formatting-changes': 'not',
  moves: 'partly',
  symbols: 'partly',
  'cross-references': 'partly',
  strikethrough: 'partly',
  scripts: 'partly',
  links: 'partly',
  'unknown-elements': 'not',
}

type Counts = {
  readonly footnotes: number
  readonly changes: number
  readonly changesWithoutPlace: number
  readonly remarksWithoutPlace: number
}

/** Losses first, what was taken fully last; nothing that did not occur. */
export function report(
  { remarks, losses }: Flow,
  { footnotes, changes, changesWithoutPlace, remarksWithoutPlace }: Counts,
): readonly ReportLine[] {
  const comments = remarks.filter(({ kind }) => kind === 'comment').length
  const lines: ReportLine[] = [
    ...[...losses].map(([what, count]) => ({ what, count, taken: takenOf[what] })),
    { what: 'changes-without-place', count: changesWithoutPlace, taken: 'not' },
    { what: 'remarks-without-place', count: remarksWithoutPlace, taken: 'not' },
    { what: 'tracked-changes', count: changes - changesWithoutPlace, taken: 'fully' },
    { what: 'comments', count: comments, taken: 'fully' },
    { what: 'footnotes', count: footnotes, taken: 'fully' },
    { what: 'notes', count: remarks.length - comments, taken: 'partly' },
  ]
  const rank: { readonly [taken in Taken]: number } = { not: 0, partly: 1, fully: 2 }
  return lines.filter(({ count }) => count > 0).toSorted((one, other) => rank[one.taken] - rank[other.taken])
}
