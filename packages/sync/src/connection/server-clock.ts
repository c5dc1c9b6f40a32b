/** The server's clock, by which deadlines run, as far as this device knows it. */
import { Timestamp } from '@entente/agreement'

export type ServerClock = {
  /** The server said what time it is. */
  readonly heard: (at: Timestamp) => void
  readonly now: () => Timestamp
}

export function serverClock(): ServerClock {
  /** Milliseconds it is ahead of this device's. */
  let ahead = 0
  return {
    heard(at) {
      ahead = Date.parse(at) - Date.now()
    },
    now: () => Timestamp.parse(new Date(Date.now() + ahead).toISOString()),
  }
}
