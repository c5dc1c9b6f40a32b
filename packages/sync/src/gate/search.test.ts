import { expect, test } from 'vitest'
import { firstBehind } from './search.ts'

test('the first element that ends behind a clock is found from the start and from any hint before it', () => {
  for (let length = 0; length < 40; length += 1) {
    const ends = Array.from({ length }, (_, index) => 3 * index + 2)
    for (let clock = -1; clock < 3 * length + 3; clock += 1) {
      const wanted = ends.filter((end) => end <= clock).length
      for (let from = 0; from <= wanted; from += 1) expect(firstBehind(ends, clock, (end) => end, from)).toBe(wanted)
    }
  }
})
