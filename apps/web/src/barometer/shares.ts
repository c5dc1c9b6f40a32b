/** Counts as shares, drawn from the highest level down. */
import type { LevelCounts } from './barometer.ts'

/** What is at each level, as parts of 1, in the order of the levels. All zero where there is nothing. */
export function sharesOf(counts: LevelCounts): LevelCounts {
  const [none, minimal, intermediate, full] = counts
  const all = none + minimal + intermediate + full
  return all === 0 ? [0, 0, 0, 0] : [none / all, minimal / all, intermediate / all, full / all]
}

/** "67 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** How far all have come together, 0 to 1: the mean of the levels. */
export function advance([none, minimal, intermediate, full]: LevelCounts): number {
  const all = none + minimal + intermediate + full
  return all === 0 ? 0 : (minimal + 2 * intermediate + 3 * full) / (3 * all)
}
