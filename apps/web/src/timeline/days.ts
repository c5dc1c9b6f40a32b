/** Days as whole numbers, so that a timeline can count with them: 0 is 1 January 1970. By the calendar, without a zone. */
import { Day } from '@entente/agreement'

const DAY_MS = 86_400_000

/** The number of a day. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** The day of a number. */
export function dayAt(number: number): Day {
  return Day.parse(new Date(number * DAY_MS).toISOString().slice(0, 10))
}

/** 0 is Monday. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}
