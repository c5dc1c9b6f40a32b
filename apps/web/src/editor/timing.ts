/** The browser's clock and timer, for what takes its timing from outside. */
import type { Timing } from '../table/announcer.ts'

export const browserTiming: Timing = {
  now: () => performance.now(),
  later(task, ms) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}
