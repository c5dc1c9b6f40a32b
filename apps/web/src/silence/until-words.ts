/** How long until a deadline, in words. Said as text beside the deadline and never by a live region: a ticking voice helps nobody. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "in 2 days and 4 hours", "in 5 hours and 20 minutes", "in less than a minute", "now due". Never more than is left. */
export function untilWords(at: string, now: string): string {
  const left = Date.parse(at) - Date.parse(now)
  if (left <= 0) return 'now due'
  if (left < MINUTE) return 'in less than a minute'
  if (left < HOUR) return `in ${count(left / MINUTE, 'minute')}`
  if (left < DAY) return `in ${both(count(left / HOUR, 'hour'), (left % HOUR) / MINUTE, 'minute')}`
  return `in ${both(count(left / DAY, 'day'), (left % DAY) / HOUR, 'hour')}`
}

function both(larger: string, rest: number, unit: string): string {
  return rest < 1 ? larger : `${larger} and ${count(rest, unit)}`
}

function count(amount: number, unit: string): string {
  const whole = Math.floor(amount)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}
