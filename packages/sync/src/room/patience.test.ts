import { expect, test } from 'vitest'
import { patience, presencePatience } from './patience.ts'

test('two people wait for nothing, and nobody ever waits longer than 16 ms', () => {
  expect([0, 1, 2, 3, 10, 40, 58, 200, 2_000].map(patience)).toEqual([0, 0, 0, 1, 8, 13, 16, 16, 16])
})

test('in a small room everybody hears within a tenth of a second who came, in a full one within two', () => {
  expect([1, 5, 10, 20, 2_000].map(presencePatience)).toEqual([100, 100, 200, 200, 200])
})

test('one more person never makes a room faster', () => {
  for (let people = 1; people < 300; people += 1) expect(patience(people)).toBeGreaterThanOrEqual(patience(people - 1))
})
