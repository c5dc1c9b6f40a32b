/** Which openings fit what stands at the start of a clause. Pure: nothing is typed here. */

/** How many are offered at once. */
export const OFFERED = 6

/**
 * The openings that go on from the words before the caret, which must be the first of the clause. All for no words yet; none once an opening
 * stands there whole and nothing longer begins like it.
 */
export function openingsFor(begun: string, openings: readonly string[]): readonly string[] {
  const words = begun.trimStart().toLowerCase()
  const fitting = openings.filter((opening) => opening.toLowerCase().startsWith(words) && opening.length > words.length)
  return fitting.slice(0, OFFERED)
}
