/** Time as the server end sees it: handed in, so that a test decides when a moment has passed. */
import { Timestamp } from '@entente/agreement'

export type Time = {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Runs something once, `ms` from now; 0 means after the frames that have already arrived. Answers the way to call it off. */
  after(ms: number, run: () => void): () => void
}

/** The computer's clock. */
export const computerTime: Time = {
  now: Date.now,
  after(ms, run) {
    if (ms <= 0) {
      const immediate = setImmediate(run)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export function timestamp(time: Pick<Time, 'now'>): Timestamp {
  return Timestamp.parse(new Date(time.now()).toISOString())
}
