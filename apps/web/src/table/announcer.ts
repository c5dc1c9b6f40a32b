/**
 * What is said aloud to screen readers: one polite sentence at a time, at most one in ten seconds.
 *
 * Collaboration produces more events than anybody can listen to. Events are collected by subject (a clause, a party's presence) and the
 * latest of each subject is kept; what is old when its turn comes is never said. Keystrokes are not events.
 */

/** The shortest time between two announcements, in milliseconds. */
export const QUIET = 10_000
/** More subjects than this are summed up as a number. */
const MOST_SUBJECTS = 3

export type Announcer = {
  /** Notes an event; a later one of the same subject replaces it. */
  readonly note: (subject: string, sentence: string) => void
  /** Calls `listener` with each sentence to say. Answers the way to stop. */
  readonly listen: (listener: (sentence: string) => void) => () => void
}

/** Clock and timer are handed in; `later` runs its task after so many milliseconds and answers the way to call it off. */
export type Timing = { readonly now: () => number; readonly later: (task: () => void, ms: number) => () => void }

export function createAnnouncer({ now, later }: Timing): Announcer {
  const listeners = new Set<(sentence: string) => void>()
  const waiting = new Map<string, string>()
  let saidAt = Number.NEGATIVE_INFINITY
  let scheduled = false

  function say(): void {
    scheduled = false
    if (waiting.size === 0) return
    const sentence = coalesce([...waiting.values()])
    waiting.clear()
    saidAt = now()
    for (const listener of listeners) listener(sentence)
  }

  return {
    note(subject, sentence) {
      waiting.delete(subject)
      waiting.set(subject, sentence)
      if (scheduled) return
      scheduled = true
      later(say, Math.max(0, saidAt + QUIET - now()))
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One utterance out of several sentences: the latest ones, and how many more there were. */
export function coalesce(sentences: readonly string[]): string {
  if (sentences.length <= MOST_SUBJECTS) return sentences.join(' ')
  const more = sentences.length - MOST_SUBJECTS
  return `${sentences.slice(-MOST_SUBJECTS).join(' ')} And ${more} more ${more === 1 ? 'change' : 'changes'}.`
}
