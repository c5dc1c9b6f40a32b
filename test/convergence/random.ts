/** Chance from a seed: the same seed, the same run. */
import * as prng from 'lib0/prng'

export type Random = {
  /** An integer from 0 up to but not including `end`. */
  below(end: number): number
  /** True this often, out of 1. */
  chance(share: number): boolean
  pick<const List extends readonly [unknown, ...unknown[]]>(list: List): List[number]
  /** One of a list that may be empty. */
  any<T>(list: readonly T[]): T | undefined
  /** A few letters, now and then with a character of two UTF-16 units. */
  word(): string
}

export function randomFrom(seed: number): Random {
  const generator = prng.create(seed)
  const below = (end: number) => (end <= 1 ? 0 : prng.int32(generator, 0, end - 1))
  const chance = (share: number) => prng.real53(generator) < share
  return {
    below,
    chance,
    pick: (list) => list[below(list.length)] ?? list[0],
    any: (list) => list[below(list.length)],
    word: () => prng.word(generator, 1, 8) + (chance(0.15) ? '😀é' : ''),
  }
}
