/**
 * How long words may wait for a commit, so that several share one flush of the disk and one write to each reader.
 *
 * Two people wait for nothing. With every further person there is more to share, and nobody can follow so many hands to the millisecond:
 * ten people share 8 ms, sixty and more 16. What that costs and saves is in docs/performance.md.
 */

/** Milliseconds for a room with so many people connected. */
export function patience(people: number): number {
  if (people <= 2) return 0
  return people <= 10 ? people - 2 : Math.min(LONGEST, 8 + (people - 10) / 6)
}

const LONGEST = 16

/**
 * Milliseconds until everybody in a room with so many people is told who came and who left, unless they are told of a caret before: when
 * hundreds come at once, everybody would else be told of each.
 */
export function presencePatience(people: number): number {
  return Math.min(200, Math.max(100, 20 * people))
}
