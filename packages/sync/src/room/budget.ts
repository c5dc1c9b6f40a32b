/** A token bucket: so much at once, so much per second on average. */

export type Budget = {
  /** Whether so much, or one, is within the budget at this moment (milliseconds); if so it is spent. */
  spend(now: number, amount?: number): boolean
}

export function budget(burst: number, perSecond: number): Budget {
  let left = burst
  let at = 0
  return {
    spend(now, amount = 1) {
      left = Math.min(burst, left + (Math.max(0, now - at) * perSecond) / 1_000)
      at = now
      if (left < amount) return false
      left -= amount
      return true
    },
  }
}
