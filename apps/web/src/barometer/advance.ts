/** How far all have come together. */
import type { Levels } from '@entente/agreement'

/** The mean of the levels, as a part of 1. */
export function advance([none, minimal, intermediate, full]: Levels): number {
  const all = none + minimal + intermediate + full
  return all === 0 ? 0 : (minimal + 2 * intermediate + 3 * full) / (3 * all)
}

/** "67 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
