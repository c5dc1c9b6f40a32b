/**
 * How many local changes are not yet on the server's disk.
 *
 * Changes are counted as they are made, whether there is a connection or not. Each frame with words carries everything up to the last
 * change before it: an update the change itself, and the sync step 2 of a new connection all that was made offline. So the
 * acknowledgement of a frame acknowledges every change made before it was sent.
 */

export type Saving = {
  /** A change was made here in these texts; `update` is the change. */
  readonly made: (roots: Iterable<string>, update: Uint8Array) => void
  /** A new socket: its frames are counted from 1. */
  readonly opened: () => void
  /** A frame with words was sent. */
  readonly sent: () => void
  /** The first so many frames of this socket are on disk. */
  readonly saved: (frames: number) => void
  readonly unsaved: () => number
  /** The unsaved changes, oldest first. */
  readonly changes: () => readonly Uint8Array[]
  /** The texts with unsaved changes. */
  readonly unsavedIn: () => readonly string[]
  /** The texts with changes, saved or not. */
  readonly writtenIn: () => readonly string[]
}

export function countSaving(): Saving {
  let made = 0
  let saved = 0
  let sent: number[] = []
  /** The changes from the first unsaved one on. */
  let changes: Uint8Array[] = []
  const last = new Map<string, number>()
  return {
    made(roots, update) {
      made += 1
      changes.push(update)
      for (const root of roots) last.set(root, made)
    },
    opened() {
      sent = []
    },
    sent() {
      sent.push(made)
    },
    saved(frames) {
      const upto = Math.max(saved, sent[frames - 1] ?? 0)
      changes = changes.slice(upto - saved)
      saved = upto
    },
    unsaved: () => made - saved,
    changes: () => changes,
    writtenIn: () => [...last.keys()],
    unsavedIn: () => [...last].filter(([, at]) => at > saved).map(([root]) => root),
  }
}
