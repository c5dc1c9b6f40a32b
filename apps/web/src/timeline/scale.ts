/**
 * How days become places on a line: which days are shown, how wide a day is, and where the axis is marked.
 *
 * Marks stand on days that people name (Mondays, firsts of the month), as close together as their labels allow.
 */
import { weekday } from './days.ts'
import { Day, dayAt, dayNumber } from '@entente/agreement'

/** The first day shown and how many, as day numbers, and the width of one in CSS pixels. */
export type Scale = { readonly first: number; readonly days: number; readonly perDay: number }

/** Widths of a day in pixels that zooming goes through. */
export const ZOOMS: readonly number[] = [0.5, 1, 2, 4, 7, 12, 20, 34]

/** Days shown before the first and after the last thing on the line, so that nothing sticks to the edge. */
const MARGIN_DAYS = 4
/** The least distance of two marks, in pixels. */
const MARK_PX = 68

/** The scale on which all these days lie, a day `perDay` pixels wide, or as wide as fits into `width`. */
export function scaleOver(days: readonly number[], width: number, perDay: number | 'fit'): Scale {
  const first = Math.min(...days) - MARGIN_DAYS
  const count = Math.max(...days) + MARGIN_DAYS + 1 - first
  if (perDay !== 'fit') return { first, days: Math.max(count, Math.ceil(width / perDay)), perDay }
  return { first, days: count, perDay: Math.max(0.05, width / count) }
}

/** The next zoom from a width of a day, or the same at the end. */
export function zoomed(perDay: number, towards: 'in' | 'out'): number {
  const next = towards === 'in' ? ZOOMS.find((zoom) => zoom > perDay * 1.05) : ZOOMS.findLast((zoom) => zoom < perDay / 1.05)
  return next ?? perDay
}

/** Where a day begins, in pixels from the start of the line. */
export function placeOf(day: number, { first, perDay }: Scale): number {
  return (day - first) * perDay
}

export type Mark = {
  readonly x: number
  readonly day: Day
  /** What the label has to tell: the day of the month, the month, or the year alone. */
  readonly of: 'day' | 'month' | 'year'
}

/** The marks of the axis: on days, Mondays, months, quarters or years, whichever is the closest that leaves room for a label. */
export function marksOn(scale: Scale): readonly Mark[] {
  const { first, days, perDay } = scale
  const last = first + days
  const mark = (number: number, of: Mark['of']): Mark => ({ x: placeOf(number, scale), day: dayAt(number), of })
  if (perDay >= MARK_PX) return range(first, last, 1).map((number) => mark(number, 'day'))
  for (const weeks of [1, 2])
    if (perDay * 7 * weeks >= MARK_PX) {
      const monday = first + ((7 - weekday(first)) % 7)
      return range(monday, last, 7 * weeks).map((number) => mark(number, 'day'))
    }
  for (const months of [1, 3])
    if (perDay * 28 * months >= MARK_PX) return firsts(first, last, months).map((number) => mark(number, 'month'))
  for (const years of [1, 2, 5, 10, 25, 50, 100])
    if (perDay * 365 * years >= MARK_PX || years === 100) return firsts(first, last, 12 * years).map((number) => mark(number, 'year'))
  return []
}

/** The firsts of every so many months, counted from January of the year 0. */
function firsts(from: number, to: number, months: number): readonly number[] {
  const [year = 0, month = 1] = dayAt(from).split('-').map(Number)
  const found: number[] = []
  for (let count = Math.ceil((year * 12 + month - 1) / months) * months; ; count += months) {
    const parsed = Day.safeParse(`${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`)
    if (!parsed.success) return found
    const number = dayNumber(parsed.data)
    if (number >= to) return found
    if (number >= from) found.push(number)
  }
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, index) => from + index * step)
}
