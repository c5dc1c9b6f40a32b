/** What falls due in a room is done and put on record when it does, whoever is there. */
import type { Proceedings } from './proceedings.ts'
import type { Time } from './time.ts'

export type Deadlines = {
  /** Does what has fallen due, and comes back when the next thing does. To be called whenever that may have changed. */
  readonly attend: () => void
  /** Whether one runs. */
  readonly run: () => boolean
  readonly close: () => void
}

export type DeadlinesOptions = {
  readonly proceedings: Pick<Proceedings, 'perform' | 'waits' | 'deadline'>
  readonly time: Time
  /** Something was done that has to be stored. */
  readonly changed: () => void
  /** Our own mistake, when nobody had asked. */
  readonly fault: (error: unknown) => void
}

/** A timer cannot wait longer than 24 days; a deadline further away is looked at again after six hours. */
const LONGEST_WAIT = 6 * 3_600_000

export function openDeadlines({ proceedings, time, changed, fault }: DeadlinesOptions): Deadlines {
  let stopWaiting: (() => void) | undefined

  const attend = () => {
    stopWaiting?.()
    proceedings.perform()
    if (proceedings.waits()) changed()
    const deadline = proceedings.deadline()
    stopWaiting = deadline === undefined ? undefined : time.after(Math.min(LONGEST_WAIT, Math.max(1, deadline - time.now())), attendLater)
  }

  const attendLater = () => {
    try {
      attend()
    } catch (error) {
      fault(error)
    }
  }

  return { attend, run: () => proceedings.deadline() !== undefined, close: () => stopWaiting?.() }
}
