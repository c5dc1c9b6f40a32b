import { expect, test } from 'vitest'
import { latest } from './latest.ts'

test('the same arguments give the same result, others a new one', () => {
  let computed = 0
  const pair = latest((a: object, b: number) => {
    computed += 1
    return { a, b }
  })
  const one = {}
  const first = pair(one, 1)
  expect(pair(one, 1)).toBe(first)
  expect(pair({}, 1)).not.toBe(first)
  expect(pair(one, 1)).toEqual(first)
  expect(computed).toBe(3)
})
