import { describe, expect, test } from 'vitest'
import { intentOf, neighbour, nextAmong } from './keyboard.ts'

describe('letters', () => {
  test('[keyboard-1] take a position only while a clause has the focus', () => {
    for (const [key, intent] of [
      ['a', 'accept'],
      ['I', 'accept-if'],
      ['r', 'reserve'],
      ['o', 'object'],
    ] as const) {
      expect(intentOf({ key }, 'clause')).toBe(intent)
      expect(intentOf({ key }, 'button')).toBe(intent)
      expect(intentOf({ key }, 'text')).toBeUndefined()
      expect(intentOf({ key }, 'outside')).toBeUndefined()
    }
  })

  test('[keyboard-1] mean nothing with a modifier or while an input method composes', () => {
    for (const held of [{ ctrl: true }, { alt: true }, { meta: true }, { composing: true }]) {
      expect(intentOf({ key: 'a', ...held }, 'clause')).toBeUndefined()
    }
  })
})

test('Enter edits from the heading, but leaves a button its own Enter', () => {
  expect(intentOf({ key: 'Enter' }, 'clause')).toBe('edit')
  expect(intentOf({ key: 'Enter' }, 'button')).toBeUndefined()
  expect(intentOf({ key: 'ArrowDown' }, 'button')).toBeUndefined()
})

test('Escape leaves the text and the clause', () => {
  expect(intentOf({ key: 'Escape' }, 'text')).toBe('leave')
  expect(intentOf({ key: 'Escape' }, 'clause')).toBe('leave')
  expect(intentOf({ key: 'Escape' }, 'outside')).toBeUndefined()
})

test('Shift goes to the clause that needs us, G then L to the one whose consent lapsed', () => {
  expect(intentOf({ key: 'J', shift: true }, 'clause')).toBe('next-duty')
  expect(intentOf({ key: 'ArrowUp', shift: true }, 'clause')).toBe('previous-duty')
  expect(intentOf({ key: 'l' }, 'clause', 'g')).toBe('next-lapsed')
  expect(intentOf({ key: 'a' }, 'clause', 'g')).toBeUndefined()
})

test('only the chords work while typing', () => {
  expect(intentOf({ key: 'm', ctrl: true, alt: true }, 'text')).toBe('comment-on-selection')
  expect(intentOf({ key: 'F8' }, 'text')).toBe('next-comment')
  expect(intentOf({ key: 'F6', shift: true }, 'text')).toBe('previous-region')
  expect(intentOf({ key: 'j' }, 'text')).toBeUndefined()
})

test('a neighbour stays within the text', () => {
  expect(neighbour(['a', 'b', 'c'], 'b', 1)).toBe('c')
  expect(neighbour(['a', 'b', 'c'], 'c', 1)).toBe('c')
  expect(neighbour(['a', 'b', 'c'], 'a', -1)).toBe('a')
  expect(neighbour(['a', 'b', 'c'], undefined, 1)).toBe('a')
  expect(neighbour(['a', 'b', 'c'], undefined, -1)).toBe('c')
  expect(neighbour([], 'a', 1)).toBeUndefined()
})

test('the next one wanted is found in either direction and round the end', () => {
  const order = ['a', 'b', 'c', 'd']
  const wanted = new Set(['b', 'd'])
  expect(nextAmong(order, wanted, 'a', 1)).toBe('b')
  expect(nextAmong(order, wanted, 'b', 1)).toBe('d')
  expect(nextAmong(order, wanted, 'd', 1)).toBe('b')
  expect(nextAmong(order, wanted, 'd', -1)).toBe('b')
  expect(nextAmong(order, wanted, 'b', -1)).toBe('d')
  expect(nextAmong(order, wanted, undefined, 1)).toBe('b')
  expect(nextAmong(order, new Set<string>(), 'a', 1)).toBeUndefined()
})
