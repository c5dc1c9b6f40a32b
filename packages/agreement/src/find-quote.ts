/**
 * Finding the words a comment is about again, after edits.
 *
 * A quote carries the words, a little of what stood around them, and where they began. It is found by its words; where they occur more than
 * once, by what stands around them; and where that is equal too, by the place nearest to the old one.
 */
import type { Quote } from './fact/quote.ts'

/** The words must be this long to be found by themselves; shorter ones need at least some of their surroundings. */
const TELLING_LENGTH = 16
/** How many characters of the surroundings must be left, on both sides together, for short words to count as the same. */
const TELLING_CONTEXT = 6

export type Range = { readonly from: number; readonly to: number }

/** Where the quoted words stand in the bare text now. `undefined` when they are gone: the comment then shows what it was about. */
export function findQuote(bare: string, quote: Quote): Range | undefined {
  const { exact, prefix, suffix, offset } = quote
  let best: { readonly at: number; readonly context: number } | undefined
  for (let at = bare.indexOf(exact); at >= 0; at = bare.indexOf(exact, at + 1)) {
    const context = sameBefore(bare, at, prefix) + sameAfter(bare, at + exact.length, suffix)
    const nearer = best === undefined || Math.abs(at - offset) < Math.abs(best.at - offset)
    if (best === undefined || context > best.context || (context === best.context && nearer)) best = { at, context }
  }
  if (best === undefined) return undefined
  const enough = Math.min(TELLING_CONTEXT, prefix.length + suffix.length)
  return exact.length >= TELLING_LENGTH || best.context >= enough ? { from: best.at, to: best.at + exact.length } : undefined
}

function sameBefore(bare: string, at: number, prefix: string): number {
  let same = 0
  while (same < prefix.length && bare[at - 1 - same] === prefix[prefix.length - 1 - same]) same += 1
  return same
}

function sameAfter(bare: string, at: number, suffix: string): number {
  let same = 0
  while (same < suffix.length && bare[at + same] === suffix[same]) same += 1
  return same
}
