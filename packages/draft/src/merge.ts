/**
 * What a delegation's changes mean now that the text has moved.
 *
 * Three ways: the text the changes were made in, the text as it is now, and the delegation's reading. Changes that nobody else came near
 * are carried over; those that are in the text by now are settled; where both sides changed the same words, nothing is guessed.
 */
import { aligned } from './alignment.ts'
import { textOfTokens, tokensOf, type Token } from './tokens.ts'
import type { Text } from './text.ts'

/** Both sides changed these words. Rows of tokens, because the words may begin or end within a paragraph. */
export type Conflict = {
  readonly was: readonly Token[]
  /** As the text reads now. */
  readonly now: readonly Token[]
  /** As the delegation would have it. */
  readonly wanted: readonly Token[]
}

export type Merge = {
  /** The delegation's reading of the text as it is now. In each conflict it reads like the text, unless the choice was otherwise. */
  readonly text: Text
  readonly conflicts: readonly Conflict[]
  /** How many of the delegation's changes were carried over, and how many the text has by now. */
  readonly carried: number
  readonly settled: number
}

type Side = 'now' | 'wanted'

/** What is to stand in a conflict, by its number from 0. Without a choice: the words of the text. */
export type Choices = ReadonlyMap<number, Side>

export function merged(was: Text, now: Text, wanted: Text, choices: Choices = new Map()): Merge {
  const sides = new Map<Side, readonly Token[]>([
    ['now', tokensOf(now)],
    ['wanted', tokensOf(wanted)],
  ])
  const tokens: Token[] = []
  const conflicts: Conflict[] = []
  let carried = 0
  let settled = 0
  for (const stretch of aligned(tokensOf(was), sides, 'loosely')) {
    if (stretch.kind === 'same') {
      tokens.push(...stretch.tokens)
      continue
    }
    const { base, readings } = stretch
    const [here, there] = [readings.get('now') ?? base, readings.get('wanted') ?? base]
    if (sameTokens(here, there)) {
      settled += 1
      tokens.push(...here)
    } else if (sameTokens(there, base)) tokens.push(...here)
    else if (sameTokens(here, base)) {
      carried += 1
      tokens.push(...there)
    } else {
      tokens.push(...(choices.get(conflicts.length) === 'wanted' ? there : here))
      conflicts.push({ was: base, now: here, wanted: there })
    }
  }
  return { text: textOfTokens(tokens), conflicts, carried, settled }
}

export function sameTokens(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && one.every(({ key }, index) => key === other[index]?.key)
}

/** Whether two texts read the same to the last mark. */
export function sameText(one: Text, other: Text): boolean {
  return one === other || sameTokens(tokensOf(one), tokensOf(other))
}
