/** The computer's clock, which a test can move forward: deadlines days away come at once, and everything else goes on as usual. */
import type { Time } from '@entente/sync/server'

export type ShiftedTime = Time & {
  /** Moves the clock forward and runs what has fallen due. */
  readonly shift: (ms: number) => void
}

export function shiftedTime(): ShiftedTime {
  let ahead = 0
  const waiting = new Set<{ readonly due: number; readonly run: () => void }>()
  const now = () => Date.now() + ahead
  return {
    now,
    after(ms, run) {
      const own = { due: now() + ms, run }
      const fall = () => {
        if (waiting.delete(own)) run()
      }
      waiting.add(own)
      const timer = ms <= 0 ? setImmediate(fall) : setTimeout(fall, Math.min(ms, 2 ** 31 - 1))
      return () => {
        waiting.delete(own)
        if (ms <= 0) clearImmediate(timer as NodeJS.Immediate)
        else clearTimeout(timer as NodeJS.Timeout)
      }
    },
    shift(ms) {
      ahead += ms
      for (const own of [...waiting].toSorted((a, b) => a.due - b.due)) if (own.due <= now() && waiting.delete(own)) own.run()
    },
  }
}
