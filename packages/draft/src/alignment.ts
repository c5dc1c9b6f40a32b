/**
 * Any number of readings laid beside the text they change.
 *
 * The text falls into stretches: those that all readings leave as they are, and those that at least one reading changes. In the second kind
 * every reading has its own words, so each reading can be put together again exactly.
 */
import { hunksBetween, isSpace, type Hunk } from './hunks.ts'
import type { Token } from './tokens.ts'

export type Stretch<Id> =
  | { readonly kind: 'same'; readonly tokens: readonly Token[] }
  | {
      readonly kind: 'changed'
      /** The words of the text. */
      readonly base: readonly Token[]
      /** The words of each reading, in the order in which they were given. */
      readonly readings: ReadonlyMap<Id, readonly Token[]>
    }

/** `loosely` takes changes together that only white space keeps apart: they cannot be taken over independently without a guess. */
export type Closeness = 'exactly' | 'loosely'

type Laid<Id> = { readonly id: Id; readonly tokens: readonly Token[]; readonly hunks: readonly Hunk[] }
type Region = { start: number; end: number }

export function aligned<Id>(
  base: readonly Token[],
  readings: ReadonlyMap<Id, readonly Token[]>,
  closeness: Closeness = 'exactly',
): readonly Stretch<Id>[] {
  const laid = Array.from(readings, ([id, tokens]): Laid<Id> => ({ id, tokens, hunks: hunksBetween(base, tokens) }))
  const stretches: Stretch<Id>[] = []
  let at = 0
  const same = (until: number) => {
    if (until > at) stretches.push({ kind: 'same', tokens: base.slice(at, until) })
  }
  const nexts = new Map<Id, number>()
  for (const region of regionsOf(laid, base, closeness)) {
    same(region.start)
    const own = new Map<Id, readonly Token[]>()
    for (const one of laid) {
      const first = nexts.get(one.id) ?? 0
      let end = first
      for (let hunk = one.hunks[end]; hunk !== undefined && within(hunk, region, closeness); hunk = one.hunks[end]) end += 1
      nexts.set(one.id, end)
      own.set(one.id, wordsIn(one, base, region, one.hunks.slice(first, end)))
    }
    stretches.push({ kind: 'changed', base: base.slice(region.start, region.end), readings: own })
    at = region.end
  }
  same(base.length)
  return stretches
}

/** The stretches in which something was changed, none of which overlap. */
function regionsOf<Id>(laid: readonly Laid<Id>[], base: readonly Token[], closeness: Closeness): readonly Region[] {
  const spans = laid
    .flatMap(({ hunks }) => hunks.map(({ before }) => before))
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
  const regions: Region[] = []
  for (const { start, end } of spans) {
    const last = regions.at(-1)
    if (last !== undefined && meets(last, start, end, base, closeness)) last.end = Math.max(last.end, end)
    else regions.push({ start, end })
  }
  return regions
}

function meets(last: Region, start: number, end: number, base: readonly Token[], closeness: Closeness): boolean {
  if (start < last.end) return true
  if (closeness === 'loosely') return base.slice(last.end, start).every(isSpace)
  return start === last.end && start === end && last.start === last.end
}

/** An insertion right behind changed words is a region of its own, unless changes are taken together loosely. */
function within({ before: { start, end } }: Hunk, region: Region, closeness: Closeness): boolean {
  return end <= region.end && (start < region.end || region.start === region.end || closeness === 'loosely')
}

function wordsIn<Id>({ tokens }: Laid<Id>, base: readonly Token[], region: Region, hunks: readonly Hunk[]): readonly Token[] {
  const [first, last] = [hunks[0], hunks.at(-1)]
  if (first === undefined || last === undefined) return base.slice(region.start, region.end)
  const from = first.after.start - (first.before.start - region.start)
  return tokens.slice(from, last.after.end + (region.end - last.before.end))
}
