import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Olena Hrytsenko', 'OH'],
  ['Ingrid Solheim-Varga', 'IS'],
  ['Meridia', 'M'],
  ['Ганна Маренко', 'ГМ'],
  ['', ''],
])('%s becomes %s', (name, short) => {
  expect(initials(name)).toBe(short)
})
