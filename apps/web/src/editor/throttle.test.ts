import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const timing = {
  now: () => Date.now(),
  later(task: () => void, ms: number) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

test('[caret-4] a moving caret is sent at once and then at most every hundred milliseconds, the last place always', () => {
  const sent: number[] = []
  let place = 0
  const throttled = throttle(() => sent.push(place), 100, timing)
  for (place = 1; place < 10; place++) {
    throttled.poke()
    vi.advanceTimersByTime(20)
  }
  vi.advanceTimersByTime(1_000)
  expect(sent[0]).toBe(1)
  expect(sent.length).toBeLessThanOrEqual(4)
  expect(sent.at(-1)).toBe(10)
})

test('nothing runs after it was stopped', () => {
  const sent: string[] = []
  const throttled = throttle(() => sent.push('x'), 100, timing)
  throttled.poke()
  throttled.poke()
  throttled.stop()
  vi.advanceTimersByTime(1_000)
  expect(sent).toEqual(['x'])
})
