/**
 * Runs a task at most once per interval: at once when it has been quiet, else at the end of the interval, with what is true by then.
 */
import type { Timing } from '../table/announcer.ts'

export type Throttled = { readonly poke: () => void; readonly stop: () => void }

export function throttle(task: () => void, interval: number, { now, later }: Timing): Throttled {
  let ranAt = Number.NEGATIVE_INFINITY
  let callOff: (() => void) | undefined

  function run(): void {
    callOff = undefined
    ranAt = now()
    task()
  }

  return {
    poke() {
      if (callOff !== undefined) return
      const wait = ranAt + interval - now()
      if (wait <= 0) run()
      else callOff = later(run, wait)
    },
    stop() {
      callOff?.()
      callOff = undefined
    },
  }
}
