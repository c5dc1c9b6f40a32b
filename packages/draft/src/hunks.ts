/**
 * What was changed between two readings of a clause, change by change.
 *
 * A hunk replaces a stretch of the earlier tokens by a stretch of the later ones; either may be empty. All hunks together turn the earlier
 * reading into the later, and any selection of them gives a text as well. The same two readings always give the same hunks, so a
 * change can be named by its number.
 */
import { diffArrays } from 'diff'
import { textOfTokens, type Token } from './tokens.ts'
import type { Text } from './text.ts'
import { MAX_CHANGED_WORDS } from './words.ts'

/** From one token up to but not including another. */
export type Span = { readonly start: number; readonly end: number }
export type Hunk = { readonly before: Span; readonly after: Span }

/** The hunks from one row of tokens to another, in reading order, phrase by phrase. None of them touches the next. */
export function hunksBetween(before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  return rewritten(joined(smallestHunks(before, after), before, after), before, after)
}

/** The same, but with every word that stayed left out, for those who must not touch it. */
export function smallestHunks(before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  return placed(raw(before, after), before, after)
}

/** The earlier text with the changes that were chosen, by their numbers. */
export function withHunks(before: readonly Token[], after: readonly Token[], hunks: readonly Hunk[]): Text {
  return textOfTokens(tokensWithHunks(before, after, hunks))
}

export function tokensWithHunks(before: readonly Token[], after: readonly Token[], hunks: readonly Hunk[]): readonly Token[] {
  const result: Token[] = []
  let at = 0
  for (const hunk of hunks) {
    result.push(...before.slice(at, hunk.before.start), ...after.slice(hunk.after.start, hunk.after.end))
    at = hunk.before.end
  }
  return [...result, ...before.slice(at)]
}

/** Words are matched before white space is: a space that stayed is no reason to take a word for a new one. */
function raw(before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const number = numbering()
  const [one, other] = [before.map(number), after.map(number)]
  const [words, others] = [wordsAmong(before), wordsAmong(after)]
  const parts = diffArrays(
    words.map((at) => one[at]),
    others.map((at) => other[at]),
    { maxEditLength: MAX_CHANGED_WORDS },
  )
  if (parts === undefined) return [whole(one, other)]
  const hunks: Hunk[] = []
  let [start, end] = [0, 0]
  let [word, otherWord] = [0, 0]
  const between = (until: number, otherUntil: number) => {
    hunks.push(...closely(one, other, { start, end: until }, { start: end, end: otherUntil }))
    ;[start, end] = [until + 1, otherUntil + 1]
  }
  for (const { value, added, removed } of parts) {
    if (added) otherWord += value.length
    else if (removed) word += value.length
    else for (const _ of value) between(words[word++] ?? one.length, others[otherWord++] ?? other.length)
  }
  between(one.length, other.length)
  return hunks
}

function numbering(): (token: Token) => number {
  const numbers = new Map<string, number>()
  return ({ key }) => {
    const known = numbers.get(key)
    if (known === undefined) numbers.set(key, numbers.size)
    return known ?? numbers.size - 1
  }
}

function wordsAmong(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap((token, index) => (isSpace(token) ? [] : [index]))
}

/** The changes between two spans that no word has in common. */
function closely(one: readonly number[], other: readonly number[], before: Span, after: Span): readonly Hunk[] {
  if (before.start === before.end && after.start === after.end) return []
  const parts = diffArrays(one.slice(before.start, before.end), other.slice(after.start, after.end), { maxEditLength: MAX_CHANGED_WORDS })
  if (parts === undefined) return [{ before, after }]
  const hunks: Hunk[] = []
  let [from, to] = [before.start, after.start]
  let open: Hunk | undefined
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      from += value.length
      to += value.length
      open = undefined
      continue
    }
    const start: Hunk = open ?? { before: { start: from, end: from }, after: { start: to, end: to } }
    if (removed) from += value.length
    else to += value.length
    if (open !== undefined) hunks.pop()
    open = { before: { start: start.before.start, end: from }, after: { start: start.after.start, end: to } }
    hunks.push(open)
  }
  return hunks
}

/** One change of everything between the beginning and the end that stayed. */
function whole(one: readonly number[], other: readonly number[]): Hunk {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start += 1
  let end = 0
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  return { before: { start, end: one.length - end }, after: { start, end: other.length - end } }
}

/**
 * Where a pure insertion or deletion could stand in several places ("all " or " all"), it stands where a reader would put it. So the same
 * insertion by two delegations is the same.
 */
function placed(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const result: Hunk[] = []
  for (const [index, hunk] of hunks.entries()) {
    const inserts = hunk.before.start === hunk.before.end
    const deletes = hunk.after.start === hunk.after.end
    const next = hunks[index + 1]
    if (inserts === deletes) result.push(hunk)
    else if (inserts) {
      const shift = bestShift(after, hunk.after, result.at(-1)?.after.end ?? 0, next?.after.start ?? after.length)
      result.push(moved(hunk, shift))
    } else {
      const shift = bestShift(before, hunk.before, result.at(-1)?.before.end ?? 0, next?.before.start ?? before.length)
      result.push(moved(hunk, shift))
    }
  }
  return result
}

function moved({ before, after }: Hunk, by: number): Hunk {
  return { before: { start: before.start + by, end: before.end + by }, after: { start: after.start + by, end: after.end + by } }
}

/** By how many tokens the span is moved so that the row stays the same and the span begins and ends at good places. */
function bestShift(tokens: readonly Token[], { start, end }: Span, least: number, most: number): number {
  let from = 0
  while (start + from > least && tokens[start + from - 1]?.key === tokens[end + from - 1]?.key) from -= 1
  let best = from
  for (let shift = from; ; shift += 1) {
    if (fitness(tokens, start + shift, end + shift) > fitness(tokens, start + best, end + best)) best = shift
    if (end + shift >= most || tokens[start + shift]?.key !== tokens[end + shift]?.key) return best
  }
}

function fitness(tokens: readonly Token[], start: number, end: number): number {
  const [first, last, before, after] = [tokens[start], tokens[end - 1], tokens[start - 1], tokens[end]]
  if (first?.kind === 'line' && after?.kind !== 'word') return 4
  if (last !== undefined && isSpace(last) && (before === undefined || before.kind === 'line' || isSpace(before))) return 3
  if (first !== undefined && isSpace(first) && (after === undefined || !isSpace(after))) return 2
  return 0
}

/** Joins changes that touch, or between which less stayed than changed on both sides, so that a phrase reads as one change. */
function joined(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const sizeOf = (hunk: Hunk) => Math.max(lengthOf(within(before, hunk.before)), lengthOf(within(after, hunk.after)))
  const result: Hunk[] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    const island = last === undefined ? [] : before.slice(last.before.end, hunk.before.start)
    const together =
      last !== undefined && island.every(({ kind }) => kind === 'word') && lengthOf(island) <= Math.min(sizeOf(last), sizeOf(hunk))
    if (together) {
      result[result.length - 1] = {
        before: { start: last.before.start, end: hunk.before.end },
        after: { start: last.after.start, end: hunk.after.end },
      }
    } else result.push(hunk)
  }
  return result
}

/**
 * Joins the changes of a paragraph of which less stayed, between the first change and the last, than was changed: it was written anew, and
 * nobody reads it word by word.
 */
function rewritten(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const paragraphs: Hunk[][] = []
  for (const hunk of hunks) {
    const last = paragraphs.at(-1)?.at(-1)
    const goesOn = last !== undefined && before.slice(last.before.end, hunk.before.start).every(({ kind }) => kind === 'word')
    if (goesOn) paragraphs.at(-1)?.push(hunk)
    else paragraphs.push([hunk])
  }
  return paragraphs.flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined || own.length < 3) return own
    const whole = { before: { start: first.before.start, end: last.before.end }, after: { start: first.after.start, end: last.after.end } }
    const changed = own.reduce((sum, hunk) => sum + lengthOf(within(before, hunk.before)), 0)
    const stayed = lengthOf(within(before, whole.before)) - changed
    const size = own.reduce((sum, hunk) => sum + Math.max(lengthOf(within(before, hunk.before)), lengthOf(within(after, hunk.after))), 0)
    return stayed < size ? [whole] : own
  })
}

/** The tokens of a span. */
export function within(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  return tokens.slice(start, end)
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.kind === 'word' ? token.text.length : 1), 0)
}

export function isSpace(token: Token): boolean {
  return token.kind === 'word' && /^\p{White_Space}+$/u.test(token.text)
}
