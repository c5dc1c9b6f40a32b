/**
 * Open-loop load: everybody has moments at which something is due, whether or not anything was answered.
 *
 * All have the same period and a phase of their own. A timer sends what has become due; what it sends late was still due when it was.
 */
import type { Window } from './delivery.ts'

/** How often is looked what is due, in milliseconds. */
const TICK = 2

export class OpenLoop {
  #timer: ReturnType<typeof setInterval> | undefined

  /** Begins at once. `send` is called with the index of a sender and the moment at which this was due. */
  constructor(senders: number, perSecond: number, send: (sender: number, due: number) => void) {
    const period = 1_000 / perSecond
    const begun = performance.now()
    const round = Array.from({ length: senders }, (_, sender) => ({ sender, due: begun + Math.random() * period })).toSorted(
      (a, b) => a.due - b.due,
    )
    let at = 0
    this.#timer = setInterval(() => {
      const now = performance.now()
      for (let next = round[at]; next !== undefined && next.due <= now; next = round[at]) {
        send(next.sender, next.due)
        next.due += period
        at = (at + 1) % round.length
      }
    }, TICK)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/** A window that nothing falls into yet. */
export function notYet(): Window {
  return { from: Infinity, to: Infinity }
}
