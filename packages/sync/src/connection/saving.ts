/**
 * How many local changes are not yet on the server's disk.
 *
 * Changes are counted as they are made, whether there is a connection or not. Each frame with words carries everything up to the last
 * change before it: an update the change itself, and the sync step 2 of a new connection all that was made offline. So the
 * acknowledgement of a frame acknowledges every change made before it was sent.
 */

export type Saving = {
  /** A local change was made in these texts. */
  readonly made: (roots: Iterable<string>) => void
  /** A new socket: its frames are counted from 1. */
  readonly opened: () => void
  /** A frame with words was sent. */
  readonly sent: () => void
  /** The first so many frames of this socket are on disk. */
  readonly saved: (frames: number) => void
  readonly unsaved: () => number
  /** The texts with unsaved changes. */
  readonly unsavedIn: () => readonly string[]
  /** The texts with changes, saved or not. */
  readonly writtenIn: () => readonly string[]
}

export function countSaving(): Saving {
  let made = 0
  let saved = 0
  let sent: number[] = []
  const last = new Map<string, number>()
  return {
    made(roots) {
      made += 1
      for (const root of roots) last.set(root, made)
    },
    opened() {
      sent = []
    },
    sent() {
      sent.push(made)
    },
    saved(frames) {
      saved = Math.max(saved, sent[frames - 1] ?? 0)
    },
    unsaved: () => made - saved,
    writtenIn: () => [...last.keys()],
    unsavedIn: () => [...last].filter(([, at]) => at > saved).map(([root]) => root),
  }
}
