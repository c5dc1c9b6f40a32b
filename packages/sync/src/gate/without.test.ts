import { expect, test } from 'vitest'
import { without } from './without.ts'

const range = (clock: number, end: number) => ({ clock, end })

test('what is left of a range lies before, between and behind what is gone', () => {
  const gone = [range(0, 2), range(4, 6), range(6, 7), range(9, 20)]
  expect(without(range(1, 12), gone)).toEqual([range(2, 4), range(7, 9)])
  expect(without(range(4, 7), gone)).toEqual([])
  expect(without(range(2, 4), gone)).toEqual([range(2, 4)])
  expect(without(range(19, 22), gone)).toEqual([range(20, 22)])
  expect(without(range(3, 5), [])).toEqual([range(3, 5)])
})
