/** The words a comment is about: what a quote of them carries. `findQuote` finds them again after edits. */
import { findQuote, MAX_QUOTE, type Quote, type Range } from '@entente/agreement'

export { findQuote }
export type { Range }

/** How many characters of the surroundings a quote remembers on each side. */
export const QUOTE_CONTEXT = 32

/**
 * Quotes the bare text between two places, in UTF-16 units. `undefined` when there is nothing between them. Of a longer passage the first
 * `MAX_QUOTE` units are quoted.
 */
export function quoteOf(bare: string, from: number, to: number): Quote | undefined {
  const start = wholeCharacter(bare, clamp(from, bare))
  const end = wholeCharacter(bare, Math.min(clamp(to, bare), start + MAX_QUOTE))
  if (end <= start) return undefined
  return {
    exact: bare.slice(start, end).toWellFormed(),
    prefix: bare.slice(wholeCharacter(bare, Math.max(0, start - QUOTE_CONTEXT)), start).toWellFormed(),
    suffix: bare.slice(end, wholeCharacter(bare, Math.min(bare.length, end + QUOTE_CONTEXT))).toWellFormed(),
    offset: start,
  }
}

function clamp(at: number, bare: string): number {
  return Math.min(Math.max(0, at), bare.length)
}

/** The place itself, or the one before where it would cut a character in two. */
function wholeCharacter(bare: string, at: number): number {
  return at > 0 && (bare.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}
