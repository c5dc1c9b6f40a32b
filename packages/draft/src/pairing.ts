/** Which block of a text became which: those that share the most words, in the order in which they stand. */
import { sameText } from './merge.ts'
import { paragraphsOf, type Block } from './text.ts'

/** One of both sides; where one is missing, the other came or went. */
export type Pairing<Child> = { readonly before: Child | undefined; readonly after: Child | undefined }

/** Beyond so many comparisons blocks are paired by their place alone. */
const MAX_COMPARED = 10_000
/** What it is worth to keep a block of the same kind in which no word stayed. */
const SAME_KIND = 0.5

export function pairings<Child extends Block>(before: readonly Child[], after: readonly Child[]): readonly Pairing<Child>[] {
  const most = Math.min(before.length, after.length)
  const same = (one: Child | undefined, other: Child | undefined) => one !== undefined && other !== undefined && sameText([one], [other])
  let start = 0
  while (start < most && same(before[start], after[start])) start += 1
  let end = 0
  while (end < most - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1
  const [from, to] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  return [
    ...before.slice(0, start).map((child, index) => ({ before: child, after: after[index] })),
    ...(from.length * to.length > MAX_COMPARED ? byPlace(from, to) : byWords(from, to)),
    ...(end === 0 ? [] : before.slice(-end).map((child, index) => ({ before: child, after: after[after.length - end + index] }))),
  ]
}

function byPlace<Child extends Block>(before: readonly Child[], after: readonly Child[]): readonly Pairing<Child>[] {
  const longest = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index)
  return longest.flatMap((index): readonly Pairing<Child>[] => {
    const one = before[index]
    const other = after[index]
    return one === undefined || other === undefined || sameKind(one, other)
      ? [{ before: one, after: other }]
      : [
          { before: one, after: undefined },
          { before: undefined, after: other },
        ]
  })
}

/** The pairing that keeps the most words (dynamic programming over both rows). */
function byWords<Child extends Block>(before: readonly Child[], after: readonly Child[]): readonly Pairing<Child>[] {
  const [words, others] = [before.map(countedWords), after.map(countedWords)]
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const worth = (row: number, column: number) => best[row * width + column] ?? 0
  const kept = (row: number, column: number) => {
    const [one, other] = [before[row], after[column]]
    if (one === undefined || other === undefined || !sameKind(one, other)) return 0
    return SAME_KIND + inCommon(words[row], others[column])
  }
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const pair = kept(row, column)
      best[row * width + column] = Math.max(
        worth(row + 1, column),
        worth(row, column + 1),
        pair === 0 ? 0 : pair + worth(row + 1, column + 1),
      )
    }
  const result: Pairing<Child>[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const pair = kept(row, column)
    if (pair > 0 && worth(row, column) === pair + worth(row + 1, column + 1)) {
      result.push({ before: before[row], after: after[column] })
      row += 1
      column += 1
    } else if (row < before.length && (column >= after.length || worth(row, column) === worth(row + 1, column))) {
      result.push({ before: before[row], after: undefined })
      row += 1
    } else {
      result.push({ before: undefined, after: after[column] })
      column += 1
    }
  }
  return result
}

function sameKind<Child extends Block>(one: Child, other: Child): boolean {
  return one.type === other.type && (one.type === 'paragraph' || other.type === 'paragraph' || one.ordered === other.ordered)
}

function countedWords(block: Block): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const { runs } of paragraphsOf([block]))
    for (const [word] of runs
      .map(({ text }) => text)
      .join('')
      .matchAll(/[\p{L}\p{N}\p{M}]+/gu))
      counted.set(word, (counted.get(word) ?? 0) + 1)
  return counted
}

function inCommon(one: ReadonlyMap<string, number> | undefined, other: ReadonlyMap<string, number> | undefined): number {
  let sum = 0
  for (const [word, times] of one ?? []) sum += Math.min(times, other?.get(word) ?? 0) * word.length
  return sum
}
