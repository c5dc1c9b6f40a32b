/** A clock that a test sets, for the server end. */
import type { Time } from '../room/time.ts'

export type ManualTime = Time & {
  /** Lets so many milliseconds pass, running what falls due on the way, in order. */
  readonly advance: (ms: number) => void
  /** Milliseconds until the next thing falls due; undefined when nothing waits. */
  readonly next: () => number | undefined
}

export function manualTime(from = Date.UTC(2026, 10, 9, 9)): ManualTime {
  let now = from
  let count = 0
  let waiting: { readonly due: number; readonly order: number; readonly run: () => void }[] = []

  const first = () => waiting.toSorted((a, b) => a.due - b.due || a.order - b.order)[0]

  return {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + Math.max(0, ms), order: (count += 1), run }
      waiting.push(timer)
      return () => (waiting = waiting.filter((other) => other !== timer))
    },
    next() {
      const timer = first()
      return timer && timer.due - now
    },
    advance(ms) {
      const until = now + ms
      for (let timer = first(); timer !== undefined && timer.due <= until; timer = first()) {
        const { due, run } = timer
        waiting = waiting.filter((other) => other !== timer)
        now = Math.max(now, due)
        run()
      }
      now = until
    },
  }
}
