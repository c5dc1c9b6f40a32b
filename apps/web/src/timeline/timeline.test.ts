import { Day, dayNumber } from '@entente/agreement'
import { expect, test } from 'vitest'
import { weekday } from './days.ts'
import { geometryOf, LANE, type Stretch } from './geometry.ts'
import { milestoneAfter } from './keys.ts'
import { marksOn, placeOf, scaleOver, zoomed, ZOOMS } from './scale.ts'

const day = (text: string) => dayNumber(Day.parse(text))
const scale = { first: day('2026-11-30'), days: 70, perDay: 10 }
const stretch = (id: string, from: string, to: string, waitsFor: readonly string[] = [], label = 60): Stretch => ({
  id,
  span: { from: day(from), to: day(to) },
  label,
  waitsFor,
})

test('weeks begin on Monday', () => {
  expect(weekday(day('2026-11-30'))).toBe(0)
  expect(weekday(day('2026-12-06'))).toBe(6)
  expect(weekday(day('1969-12-29'))).toBe(0)
})

test('[timeline-1] a bar begins where its milestone can begin and reaches over the day it is due, and is never narrower than its words', () => {
  const { lanes, width, height } = geometryOf([stretch('a', '2026-12-01', '2026-12-20'), stretch('b', '2026-12-10', '2026-12-10')], scale)
  expect([width, height]).toEqual([700, 2 * LANE])
  expect(lanes[0]).toEqual({ id: 'a', y: 0, bar: { x: 10, width: 200, span: { x: 10, width: 200 } } })
  expect(lanes[1]).toEqual({ id: 'b', y: LANE, bar: { x: 100, width: 60, span: { x: 100, width: 10 } } })
})

test('[timeline-2] words never leave the drawing, and what has no day has a lane but no bar', () => {
  const unknown: Stretch = { id: 'c', span: undefined, label: 50, waitsFor: ['a'] }
  const { lanes, elbows } = geometryOf([stretch('a', '2027-02-06', '2027-02-06', [], 120), unknown], scale)
  expect(lanes[0]?.bar).toMatchObject({ x: 580, width: 120, span: { x: 680, width: 10 } })
  expect(lanes[1]).toEqual({ id: 'c', y: LANE, bar: undefined })
  expect(elbows).toEqual([])
})

test('[timeline-3] an elbow runs from the end of what comes first to the start of what waits, forwards and back, up and down', () => {
  const ends = (stretches: readonly Stretch[]) =>
    geometryOf(stretches, scale).elbows.map(({ from, to, path, tip }) => {
      const numbers = [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number))
      return { from, to, start: numbers.slice(0, 2), end: numbers.slice(-2), tip: [tip.x, tip.y], sound: numbers.every(Number.isFinite) }
    })
  const forward = ends([stretch('a', '2026-12-01', '2026-12-10'), stretch('b', '2026-12-20', '2026-12-30', ['a'])])
  expect(forward).toEqual([{ from: 'a', to: 'b', start: [110, 30], end: [200, 90], tip: [200, 90], sound: true }])
  const back = ends([stretch('b', '2026-12-02', '2026-12-30', ['a', 'a']), stretch('a', '2026-12-01', '2026-12-10')])
  expect(back).toEqual([{ from: 'a', to: 'b', start: [110, 90], end: [20, 30], tip: [20, 30], sound: true }])
  expect(ends([stretch('b', '2026-12-02', '2026-12-30', ['elsewhere'])])).toEqual([])
})

test('[timeline-4] moving what comes first moves the elbow and its own bar, and nothing else', () => {
  const later = (shift: string) =>
    geometryOf(
      [stretch('a', '2026-12-01', shift), stretch('b', '2027-01-10', '2027-01-20', ['a']), stretch('c', '2026-12-05', '2026-12-09')],
      scale,
    )
  const before = later('2026-12-10')
  const after = later('2026-12-15')
  expect(after.lanes.slice(1)).toEqual(before.lanes.slice(1))
  expect(after.lanes[0]).not.toEqual(before.lanes[0])
})

test('the scale holds every day, fits the width when asked, and fills it when zoomed out', () => {
  const days = [day('2026-12-01'), day('2027-03-01')]
  const fit = scaleOver(days, 900, 'fit')
  expect(fit.days * fit.perDay).toBeCloseTo(900)
  for (const one of days) {
    expect(placeOf(one, fit)).toBeGreaterThan(0)
    expect(placeOf(one + 1, fit)).toBeLessThan(900)
  }
  expect(scaleOver(days, 900, 0.5).days * 0.5).toBeGreaterThanOrEqual(900)
  expect(scaleOver(days, 900, 34)).toMatchObject({ days: 99, perDay: 34 })
})

test('zooming goes through the steps and stops at both ends', () => {
  expect(zoomed(5.3, 'in')).toBe(7)
  expect(zoomed(5.3, 'out')).toBe(4)
  expect(zoomed(7, 'in')).toBe(12)
  expect(zoomed(ZOOMS.at(-1) ?? 0, 'in')).toBe(34)
  expect(zoomed(ZOOMS[0] ?? 0, 'out')).toBe(0.5)
})

test('[timeline-5] the axis is marked on days people name, never closer than a label is wide', () => {
  const marks = (perDay: number, days = 400) => marksOn({ first: day('2026-11-18'), days, perDay })
  expect(marks(80, 3).map((mark) => mark.day)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20'])
  expect(marks(10).slice(0, 2)).toEqual([
    { x: 50, day: '2026-11-23', of: 'day' },
    { x: 120, day: '2026-11-30', of: 'day' },
  ])
  expect(
    marks(3)
      .slice(0, 2)
      .map((mark) => [mark.day, mark.of]),
  ).toEqual([
    ['2026-12-01', 'month'],
    ['2027-01-01', 'month'],
  ])
  expect(marks(1).map((mark) => mark.day)).toEqual(['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01'])
  expect(marks(0.2, 2_000).map((mark) => mark.day)).toEqual([
    '2027-01-01',
    '2028-01-01',
    '2029-01-01',
    '2030-01-01',
    '2031-01-01',
    '2032-01-01',
  ])
  for (const perDay of [0.01, 0.05, 0.1, 0.3, 0.7, 1, 2, 3.3, 6, 11, 25, 70]) {
    const all = marks(perDay, Math.ceil(3_000 / perDay))
    const gaps = all.slice(1).map(({ x }, index) => x - (all[index]?.x ?? 0))
    expect(all.length, `${perDay}`).toBeGreaterThan(1)
    expect(Math.min(...gaps), `${perDay}`).toBeGreaterThanOrEqual(67)
  }
})

test('[timeline-6] arrows go by lane, back to what is waited for and on to what is unlocked; right to left they swap', () => {
  const steps = [
    { id: 'a', waitsFor: [] },
    { id: 'b', waitsFor: [] },
    { id: 'c', waitsFor: ['a'] },
  ]
  const after = (key: string, from: string, rtl = false) => milestoneAfter(key, rtl, from, steps)
  expect(after('ArrowDown', 'a')).toBe('b')
  expect(after('ArrowUp', 'a')).toBeUndefined()
  expect(after('ArrowRight', 'a')).toBe('c')
  expect(after('ArrowLeft', 'c')).toBe('a')
  expect(after('ArrowLeft', 'a', true)).toBe('c')
  expect(after('ArrowRight', 'a', true)).toBeUndefined()
  expect(after('Home', 'c')).toBe('a')
  expect(after('End', 'a')).toBe('c')
  expect(after('x', 'a')).toBeUndefined()
})
