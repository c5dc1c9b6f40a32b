/**
 * How moments and days are written: in the reader's own zone and way of writing English. The zone stands beside a time where it stands in
 * full, because a delegation must never have to guess whose clock is meant. A day without a time is nobody's clock: it reads the same
 * everywhere.
 */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Whose eyes it is for. `zone` is a name of the IANA list. */
type Reader = { readonly locale: string; readonly zone: string }

/** Only the reader's browser knows; outside of one, moments are written as the record keeps them. */
const here: Reader =
  typeof document === 'undefined'
    ? { locale: 'en-GB', zone: 'UTC' }
    : { locale: englishOf(navigator.languages), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }

/** The English the reader prefers. The sentences around a date are English, and a month in another language would be read aloud wrongly. */
export function englishOf(languages: readonly string[]): string {
  return languages.find((language) => language === 'en' || language.startsWith('en-')) ?? 'en-GB'
}

/** The ways to write a moment for one reader. Each takes an ISO timestamp, or a day such as 2026-12-01. */
export function momentsFor({ locale, zone }: Reader) {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const inZone = (options: Intl.DateTimeFormatOptions) => {
    const moment = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    const day = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (at: string) => (isDay(at) ? day : moment).format(new Date(at))
  }
  const day = inZone({ day: 'numeric', month: 'short' })
  const dayYear = inZone({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = inZone({ month: 'short' })
  const weekday = inZone({ weekday: 'long', day: 'numeric', month: 'long' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const named = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
  const civil = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  /** The day it is for the reader, as 2026-12-01. */
  const dayFor = (at: string) => (isDay(at) ? at : civil.format(new Date(at)))

  /** "UTC", "GMT+2": what the reader's zone is called at that moment. */
  const zoneAt = (at: string) => named.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? zone

  /** "14:02" on the day of `now`, "20 Nov" in the same year, else "20 November 2025". */
  const momentShort = (at: string, now: string) => {
    if (dayFor(at) === dayFor(now)) return clock.format(new Date(at))
    return dayFor(at).slice(0, 4) === dayFor(now).slice(0, 4) ? day(at) : dayYear(at)
  }

  return {
    dayFor,
    zoneAt,
    momentShort,
    /** "14:02". */
    clockOf: (at: string) => clock.format(new Date(at)),
    /** "14:02 UTC". */
    clockInFull: (at: string) => `${clock.format(new Date(at))} ${zoneAt(at)}`,
    /** "22 November 2026, 14:02 UTC". */
    momentInFull: (at: string) => `${dayYear(at)}, ${clock.format(new Date(at))} ${zoneAt(at)}`,
    /** "1 December 2026". */
    dayWithYear: dayYear,
    /** "1 Dec", for the marks of an axis. */
    axisDay: day,
    /** "Dec", and in January "Jan 2027", so that a year is named where it begins. */
    axisMonth: (at: string) => (dayFor(at).slice(5, 7) === '01' ? `${month(at)} ${dayFor(at).slice(0, 4)}` : month(at)),
    /** "Today, Sunday 22 November", "Friday 20 November". */
    dayHeading: (at: string, now: string) => {
      const words = weekday(at).replace(',', '')
      if (dayFor(at) === dayFor(now)) return `Today, ${words}`
      return dayFor(at).slice(0, 4) === dayFor(now).slice(0, 4) ? words : `${words} ${dayFor(at).slice(0, 4)}`
    },
    /** "2 minutes ago", "yesterday", then a date. */
    ago: (at: string, now: string) => {
      const past = Date.parse(at) - Date.parse(now)
      if (past > -MINUTE) return 'just now'
      if (past > -HOUR) return relative.format(Math.round(past / MINUTE), 'minute')
      if (past > -DAY) return relative.format(Math.round(past / HOUR), 'hour')
      if (past > -7 * DAY) return relative.format(Math.round(past / DAY), 'day')
      return momentShort(at, now)
    },
    /** "2 December 2026, 00:59 CET" for whoever reads another clock than that zone has then; undefined where both read the same. */
    elsewhere: (at: string, meant: string) => {
      const other = new Intl.DateTimeFormat('en-CA', { timeZone: meant, ...civilClock }).format(new Date(at))
      const own = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...civilClock }).format(new Date(at))
      return other === own ? undefined : `${dayYear(at)}, ${clock.format(new Date(at))} ${zoneAt(at)}`
    },
  }
}

const civilClock = { dateStyle: 'short', timeStyle: 'short' } as const

/** A calendar day, without a time: 2026-12-01. */
function isDay(at: string): boolean {
  return at.length === 10
}

export const { dayFor, momentShort, clockOf, clockInFull, momentInFull, dayWithYear, axisDay, axisMonth, dayHeading, ago, elsewhere } =
  momentsFor(here)
