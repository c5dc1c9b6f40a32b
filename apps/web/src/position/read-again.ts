/**
 * The guard between eye and click: words that changed under the reader's eyes are shown again before they are accepted.
 *
 * A position names the wording that was on the screen, so it can never bind to words that arrived later; the server refuses that. This
 * guard catches the other case: the new words are already on the screen, but they arrived so recently that nobody can have read them.
 */
import type { Reading } from '@entente/agreement'

/** How long words must have stood on the screen before one click accepts them, in milliseconds. */
export const READING_TIME = 2_500

/** The wording of one clause as this screen shows it. */
export type Shown = {
  readonly reading: Reading
  /** What was shown before, if it changed while the page was open. */
  readonly before: Reading | undefined
  /** When it came on the screen, in milliseconds of this device's clock. */
  readonly since: number
  /** Whose hand changed it last: one's own needs no second reading. */
  readonly by: 'own' | 'others'
}

/** Whether the wording shown must be read again before a statement on it is made. */
export function mustReadAgain(shown: Shown, now: number): boolean {
  return shown.before !== undefined && shown.by === 'others' && now - shown.since < READING_TIME
}

/** What is shown after the clause was found to read so: the same object when it reads as before. */
export function show(shown: Shown | undefined, reading: Reading, by: Shown['by'], now: number): Shown {
  if (shown?.reading.fingerprint === reading.fingerprint) return shown
  return { reading, before: shown?.reading, since: now, by }
}
