/** A token bucket: so much at once, so much per second on average. */

export type Budget = {
  /** Whether so much, or one, is within the budget at this moment (milliseconds); if so it is spent. */
  spend(now: number, amount?: number): boolean
  /** Whether all of it is there: it might as well be a new one. */
  full(now: number): boolean
}

export function budget(burst: number, perSecond: number): Budget {
  let left = burst
  let at = 0
  const refill = (now: number) => {
    left = Math.min(burst, left + (Math.max(0, now - at) * perSecond) / 1_000)
    at = now
  }
  return {
    spend(now, amount = 1) {
      refill(now)
      if (left < amount) return false
      left -= amount
      return true
    },
    full(now) {
      refill(now)
      return left === burst
    },
  }
}
