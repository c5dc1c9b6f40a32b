/**
 * One reading of a flow: the paragraphs as they are when the changes of some authors are accepted and those of all others rejected.
 *
 * With nobody's changes it is the text before anybody touched it. A paragraph whose end is not in the reading runs on into the next one,
 * as a word processor does it: what remains has the place of the last.
 */
import type { Change, FlowParagraph, FlowRun } from './flow.ts'

export type ReadParagraph = {
  readonly role: FlowParagraph['role']
  readonly runs: readonly FlowRun[]
  /** The paragraphs of the flow it is made of, first and last. */
  readonly from: number
  readonly to: number
}

export function readingOf(paragraphs: readonly FlowParagraph[], accepted: (author: string) => boolean): readonly ReadParagraph[] {
  const result: ReadParagraph[] = []
  let waiting: FlowRun[] = []
  let from = 0
  paragraphs.forEach(({ role, runs, end }, index) => {
    const here = runs.filter(({ changes }) => isIn(changes, accepted))
    waiting.push(...here)
    if (!isIn(end, accepted) && index < paragraphs.length - 1) return
    result.push({ role, runs: waiting, from, to: index })
    waiting = []
    from = index + 1
  })
  return result
}

/** Everybody who changed something, with how many changes, in the order in which they appear. */
export function authorsOf(paragraphs: readonly FlowParagraph[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let before: Change | undefined
  for (const change of paragraphs.flatMap(({ runs, end }) => [...runs.flatMap(({ changes }) => changes ?? []), ...(end ?? [])])) {
    // One change may be cut into many runs.
    if (before === undefined || before.author !== change.author || before.kind !== change.kind || before.at !== change.at)
      found.set(change.author, (found.get(change.author) ?? 0) + 1)
    before = change
  }
  return found
}

function isIn(changes: readonly Change[] | undefined, accepted: (author: string) => boolean): boolean {
  return (changes ?? []).every(({ kind, author }) => (kind === 'inserted' ? accepted(author) : !accepted(author)))
}
