import { expect, test } from 'vitest'
import { itemLabel } from './label.ts'

test('items are called (a), (i), a., i. by depth, and in turn again', () => {
  expect([0, 1, 2, 3, 4].map((depth) => itemLabel(depth, 3))).toEqual(['(d)', '(iv)', 'd.', 'iv.', '(d)'])
})

test('after (z) come (aa) and (bb)', () => {
  expect([0, 25, 26, 27, 52].map((index) => itemLabel(0, index))).toEqual(['(a)', '(z)', '(aa)', '(bb)', '(aaa)'])
})

test('Roman numerals are written as Romans did', () => {
  expect([1, 2, 4, 9, 14, 40, 49, 99, 444, 1_999].map((number) => itemLabel(3, number - 1))).toEqual([
    'i.',
    'ii.',
    'iv.',
    'ix.',
    'xiv.',
    'xl.',
    'xlix.',
    'xcix.',
    'cdxliv.',
    'mcmxcix.',
  ])
})
