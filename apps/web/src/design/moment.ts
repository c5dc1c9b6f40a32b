/**
 * How moments and days are written. Times are in UTC and say so where they stand in full: a delegation must never have to guess whose clock.
 */
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "14:02" on the day of `now`, "20 Nov" in the same year, else "20 November 2025". */
export function momentShort(at: string, now: string): string {
  if (at.slice(0, 10) === now.slice(0, 10)) return clock.format(new Date(at))
  return at.slice(0, 4) === now.slice(0, 4) ? day.format(new Date(at)) : dayYear.format(new Date(at))
}

/** "14:02". */
export function clockOf(at: string): string {
  return clock.format(new Date(at))
}

/** "22 November 2026, 14:02 UTC". */
export function momentInFull(at: string): string {
  return `${dayYear.format(new Date(at))}, ${clock.format(new Date(at))} UTC`
}

/** "1 December 2026". */
export function dayWithYear(at: string): string {
  return dayYear.format(new Date(at))
}

/** "1 Dec", for the marks of an axis. */
export function axisDay(at: string): string {
  return day.format(new Date(at))
}

/** "Dec", and in January "Jan 2027", so that a year is named where it begins. */
export function axisMonth(at: string): string {
  return at.slice(5, 7) === '01' ? `${month.format(new Date(at))} ${at.slice(0, 4)}` : month.format(new Date(at))
}

/** "Today, Sunday 22 November", "Friday 20 November". */
export function dayHeading(at: string, now: string): string {
  const words = weekday.format(new Date(at)).replace(',', '')
  if (at.slice(0, 10) === now.slice(0, 10)) return `Today, ${words}`
  return at.slice(0, 4) === now.slice(0, 4) ? words : `${words} ${at.slice(0, 4)}`
}

/** "2 minutes ago", "yesterday", then a date. */
export function ago(at: string, now: string): string {
  const past = Date.parse(at) - Date.parse(now)
  if (past > -MINUTE) return 'just now'
  if (past > -HOUR) return relative.format(Math.round(past / MINUTE), 'minute')
  if (past > -DAY) return relative.format(Math.round(past / HOUR), 'hour')
  if (past > -7 * DAY) return relative.format(Math.round(past / DAY), 'day')
  return momentShort(at, now)
}
