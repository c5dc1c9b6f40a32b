/**
 * Two versions of the whole text beside each other: a row for each clause, in the order of the later one. What is gone stands where it stood,
 * after the clause it followed.
 */
import type { ClauseId } from '@entente/agreement'
import { movedSince } from '../reading-view/reading-view.ts'
import type { ReadClause, ReadText } from '../versions/text-at.ts'

export type Row =
  | { readonly is: 'same' | 'changed'; readonly before: ReadClause; readonly after: ReadClause; readonly moved: boolean }
  | { readonly is: 'added'; readonly after: ReadClause }
  | { readonly is: 'gone'; readonly before: ReadClause }
  /** Where a clause stood that stands elsewhere now; its words are compared there. */
  | { readonly is: 'left'; readonly before: ReadClause; readonly now: string }

export function rowsOf(before: ReadText, after: ReadText): readonly Row[] {
  const was = new Map(before.map((one) => [one.clause, one]))
  const is = new Map(after.map((one) => [one.clause, one]))
  const moved = movedSince(
    before.map(({ clause }) => clause),
    after.map(({ clause }) => clause),
  )
  const left = leftBehind(before, is, moved)
  return [
    ...(left.get(undefined) ?? []),
    ...after.flatMap((now): readonly Row[] => {
      const then = was.get(now.clause)
      const row: Row =
        then === undefined
          ? { is: 'added', after: now }
          : { is: sameWording(then, now) ? 'same' : 'changed', before: then, after: now, moved: moved.has(now.clause) }
      return [row, ...(left.get(now.clause) ?? [])]
    }),
  ]
}

/** Whether a row shows any difference. */
export function differs(row: Row): boolean {
  return row.is !== 'same' || row.moved
}

/** What stood in the earlier text and does not stand there now, by the clause it follows, of those that stayed. */
function leftBehind(
  before: ReadText,
  now: ReadonlyMap<ClauseId, ReadClause>,
  moved: ReadonlySet<ClauseId>,
): ReadonlyMap<ClauseId | undefined, readonly Row[]> {
  const left = new Map<ClauseId | undefined, Row[]>()
  let after: ClauseId | undefined
  for (const one of before) {
    const here = now.get(one.clause)
    if (here !== undefined && !moved.has(one.clause)) {
      after = one.clause
      continue
    }
    const rows = left.get(after) ?? []
    rows.push(here === undefined ? { is: 'gone', before: one } : { is: 'left', before: one, now: here.number })
    left.set(after, rows)
  }
  return left
}

function sameWording({ wording: one }: ReadClause, { wording: other }: ReadClause): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
