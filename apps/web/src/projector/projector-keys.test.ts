import { expect, test } from 'vitest'
import { after, moveOf } from './projector-keys.ts'

test('keys and presentation remotes go through the clauses and hold at the ends', () => {
  expect(['PageDown', 'ArrowRight', ' ', 'J'].map(moveOf)).toEqual(['next', 'next', 'next', 'next'])
  expect(moveOf('x')).toBeUndefined()
  const items = ['a', 'b', 'c']
  expect(after(items, undefined, 'next')).toBe('a')
  expect(after(items, 'c', 'next')).toBe('c')
  expect(after(items, 'a', 'previous')).toBe('a')
  expect(after(items, 'b', 'last')).toBe('c')
  expect(after([], undefined, 'next')).toBeUndefined()
})
