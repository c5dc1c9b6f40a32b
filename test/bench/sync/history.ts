/**
 * A long history: what one author does to a text over weeks, key by key.
 *
 * Made up, always the same, and shaped after the best known editing trace, "automerge-paper" (a paper written in an editor that recorded each
 * key): 182,315 insertions and 77,463 deletions of single characters, 104,852 characters in the end, typed in thousands of runs. What Yjs
 * makes of it is of the same size too: about 11,000 structs and 290 kB.
 */
import { randomFrom } from '../../convergence/random.ts'
import { english } from './words.ts'

/** One key: at a position either a character, or the one that stands there is deleted. */
export type Key = { readonly at: number; readonly character?: string }

const INSERTIONS = 182_315
const DELETIONS = 77_463
const RUNS = 5_900
const SEED = 20_261_122

export function history(): readonly Key[] {
  const random = randomFrom(SEED)
  const keys: Key[] = []
  const left = { insertions: INSERTIONS, deletions: DELETIONS }
  let [length, cursor] = [0, 0]
  /** Many short runs and a few long ones, `mean` characters on average. */
  const some = (mean: number) => Math.max(1, Math.round(-mean * Math.log(1 - random.below(1e9) / 1e9)))
  const type = (characters: number) => {
    for (const character of english(INSERTIONS - left.insertions, Math.min(characters, left.insertions))) {
      keys.push({ at: cursor, character })
      left.insertions -= 1
      length += 1
      cursor += 1
    }
  }
  const erase = (characters: number, backwards: boolean) => {
    const there = backwards ? cursor : length - cursor
    for (let more = Math.min(characters, left.deletions, there); more > 0; more -= 1) {
      if (backwards) cursor -= 1
      keys.push({ at: cursor })
      left.deletions -= 1
      length -= 1
    }
  }
  while (left.insertions + left.deletions > 0) {
    // Mostly somewhere in the middle, as when revising; a quarter of the time at the end.
    if (random.chance(0.9)) cursor = random.chance(0.25) ? length : random.below(length + 1)
    type(some(INSERTIONS / RUNS))
    if (random.chance(0.5)) erase(some((2 * DELETIONS) / RUNS), random.chance(0.5))
  }
  return keys
}
