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

/** What the clock says, as it is written. Everything of one millisecond is written alike, and so written once. */
export function timestamp(time: Pick<Time, 'now'>): Timestamp {
  const now = time.now()
  if (last?.at !== now) last = { at: now, written: Timestamp.parse(new Date(now).toISOString()) }
  return last.written
}

let last: { readonly at: number; readonly written: Timestamp } | undefined
