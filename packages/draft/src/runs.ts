/** Neighbouring words and their marks. */
import { isInset } from './inset.ts'
import { inSameBracket, type Run } from './text.ts'

/** Runs with the same marks become one, and empty ones none. A reference or footnote stays a run of its own. */
export function joinedRuns(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = result.at(-1)
    if (last !== undefined && !isInset(run) && sameMarks(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

export function sameMarks(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.link === other.link &&
    one.reference === other.reference &&
    one.footnote === other.footnote &&
    inSameBracket(one, other)
  )
}

/** The marks of a run as a string: equal exactly when the marks are. */
export function marksKey({ bold, italic, underline, link, bracket, reference, footnote }: Run): string {
  const emphasis = `${bold ? 'b' : ''}${italic ? 'i' : ''}${underline ? 'u' : ''}`
  const inset = reference !== undefined ? ` to ${reference}` : footnote !== undefined ? ` note ${footnote}` : ''
  if (link === undefined && bracket === undefined) return emphasis + inset
  return `${emphasis} ${link ?? ''} ${bracket === undefined ? '' : `${bracket.id}=${bracket.kind}`}${inset}`
}
