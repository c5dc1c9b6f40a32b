/**
 * Days, counted. A calendar day is a whole number of days since 1 January 1970, so that two thousand dates are sums and not date objects.
 *
 * The calendar ends with the year 9999: what lies beyond counts as its last day, because a day must have four digits to be written down.
 */
import { Day, Timestamp } from './ids.ts'

const DAY = 86_400_000
const FIRST = Date.UTC(0, 0, 1) / DAY
export const LAST_DAY = Date.UTC(9999, 11, 31) / DAY

/** Days that were asked for before: a negotiation speaks of few, and of the same ones again and again. */
const numbers = new Map<Day, number>()
const days = new Map<number, Day>()
const REMEMBERED = 50_000

/** Days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(day) / DAY
  if (numbers.size >= REMEMBERED) numbers.clear()
  numbers.set(day, number)
  return number
}

/** The day with this number, or the last one the calendar has. */
export function dayAt(number: number): Day {
  const known = days.get(number)
  if (known !== undefined) return known
  const clamped = Math.max(FIRST, Math.min(LAST_DAY, number))
  const day = Day.parse(new Date(clamped * DAY).toISOString().slice(0, 10))
  if (days.size >= REMEMBERED) days.clear()
  days.set(number, day)
  return day
}

/** A day so many days later, by the calendar, without a zone. */
export function daysAfter(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days)
}

/** The calendar day of a moment, in UTC. */
export function dayOf(moment: Timestamp): Day {
  return Day.parse(moment.slice(0, 10))
}

/**
 * The last moment of a term: the time named, or the end of the day, in the zone named (IANA, such as `Europe/Kyiv`), else in UTC.
 * A time that a change to summer time skips is the moment it would have been.
 */
export function lastMoment(
  day: Day,
  { time, zone }: { readonly time?: string | undefined; readonly zone?: string | undefined },
): Timestamp {
  const wall = time === undefined ? (dayNumber(day) + 1) * DAY - 1 : Date.parse(`${day}T${time}:00Z`)
  const moment = zone === undefined || zone === 'UTC' ? wall : inZone(wall, zone)
  return momentAt(moment)
}

/** A moment given in milliseconds since 1970. */
export function momentAt(milliseconds: number): Timestamp {
  return Timestamp.parse(new Date(milliseconds).toISOString())
}

/** So many times 24 hours later. */
export function momentAfter(moment: Timestamp, days: number): Timestamp {
  return momentAt(Date.parse(moment) + days * DAY)
}

/** Whether this machine knows the zone. */
export function isZone(zone: string): boolean {
  return clockOf(zone) !== undefined
}

/** The moment at which clocks in the zone show what clocks in UTC show at `wall`. Asked twice, because the first answer may lie across a change of the clocks. */
function inZone(wall: number, zone: string): number {
  const guess = wall - ahead(wall, zone)
  return wall - ahead(guess, zone)
}

/** By how many milliseconds clocks in the zone are ahead of UTC. Zero where the zone is unknown here: a record must be readable on every machine. */
function ahead(moment: number, zone: string): number {
  const clock = clockOf(zone)
  if (clock === undefined) return 0
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second'])
  return shown - Math.floor(moment / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat | undefined>()

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!clocks.has(zone)) clocks.set(zone, madeClock(zone))
  return clocks.get(zone)
}

function madeClock(timeZone: string): Intl.DateTimeFormat | undefined {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...fields })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
