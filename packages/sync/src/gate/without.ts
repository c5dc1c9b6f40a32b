/** What is left of some clocks of one author without others. */
import type { Range } from './decode.ts'
import { firstBehind } from './search.ts'

/** `gone` is ascending and without overlap. */
export function without({ clock, end }: Range, gone: readonly Range[]): readonly Range[] {
  const left: Range[] = []
  let from = clock
  for (let index = firstBehind(gone, clock, (range) => range.end); index < gone.length; index += 1) {
    const range = gone[index]
    if (range === undefined || range.clock >= end) break
    if (range.clock > from) left.push({ clock: from, end: range.clock })
    from = range.end
  }
  if (from < end) left.push({ clock: from, end })
  return left
}
