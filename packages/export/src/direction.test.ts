import { expect, test } from 'vitest'
import { directed, directionOf } from './direction.ts'

const runs = (text: string, base: 'ltr' | 'rtl') => directed([{ text }], base).map((run) => [run.direction, run.text])

test('a line runs as its first letter does, names of delegations apart', () => {
  expect(directionOf([{ text: '30 نص and more' }], 'ltr')).toBe('rtl')
  expect(directionOf([{ text: '[', role: 'bracket' }, { text: 'KES: ', role: 'attribution' }, { text: 'نص' }], 'ltr')).toBe('rtl')
  expect(directionOf([{ text: '30' }], 'rtl')).toBe('rtl')
})

test('digits stay with the letters before them, and a turn never splits a number', () => {
  expect(runs('إلى مسافة 30 كيلومترا.', 'rtl')).toEqual([['rtl', 'إلى مسافة 30 كيلومترا.']])
  expect(runs('within مسافة 30 كيلومترا of it', 'ltr')).toEqual([
    ['ltr', 'within '],
    ['rtl', 'مسافة 30 كيلومترا'],
    ['ltr', ' of it'],
  ])
})

test('a number at the end of Arabic words belongs to them', () => {
  expect(runs('see المادة 30', 'ltr')).toEqual([
    ['ltr', 'see '],
    ['rtl', 'المادة 30'],
  ])
})

test('a name in Latin letters is a run of its own in a line from the right', () => {
  expect(runs('نص [KES, MER: نص] نص', 'rtl')).toEqual([
    ['rtl', 'نص ['],
    ['ltr', 'KES, MER'],
    ['rtl', ': نص] نص'],
  ])
})

test('marks and the tatweel stay with their letters', () => {
  expect(runs('تـُـسـحب', 'ltr')).toEqual([['rtl', 'تـُـسـحب']])
  expect(runs('a تُ b', 'ltr')).toEqual([
    ['ltr', 'a '],
    ['rtl', 'تُ'],
    ['ltr', ' b'],
  ])
})
