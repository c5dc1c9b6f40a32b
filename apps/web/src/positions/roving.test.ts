import { expect, test } from 'vitest'
import { placeAfter } from './roving.ts'

const size = { rows: 3, columns: 4 }
const after = (key: string, row: number, column: number, { ctrl = false, rtl = false } = {}) =>
  placeAfter(key, { ctrl, rtl }, { row, column }, size)

test('[matrix-1] arrows move by one cell and stop at the edges', () => {
  expect(after('ArrowRight', 0, 0)).toEqual({ row: 0, column: 1 })
  expect(after('ArrowRight', 0, 3)).toEqual({ row: 0, column: 3 })
  expect(after('ArrowLeft', 0, 0)).toEqual({ row: 0, column: 0 })
  expect(after('ArrowDown', 2, 1)).toEqual({ row: 2, column: 1 })
  expect(after('ArrowUp', 2, 1)).toEqual({ row: 1, column: 1 })
})

test('[matrix-1] Home and End go to the ends of the row, with Ctrl of the grid', () => {
  expect(after('End', 1, 1)).toEqual({ row: 1, column: 3 })
  expect(after('Home', 1, 2)).toEqual({ row: 1, column: 0 })
  expect(after('End', 1, 1, { ctrl: true })).toEqual({ row: 2, column: 3 })
  expect(after('Home', 1, 1, { ctrl: true })).toEqual({ row: 0, column: 0 })
})

test('[matrix-1] in a right-to-left page the arrow to the left goes on', () => {
  expect(after('ArrowLeft', 0, 0, { rtl: true })).toEqual({ row: 0, column: 1 })
  expect(after('ArrowRight', 0, 1, { rtl: true })).toEqual({ row: 0, column: 0 })
})

test('other keys are left to the page', () => {
  for (const key of ['Enter', 'Tab', 'a', 'Escape']) expect(after(key, 0, 0)).toBeUndefined()
})
