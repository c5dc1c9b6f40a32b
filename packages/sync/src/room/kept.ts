/**
 * What several people ask for at the same moment, worked out once.
 *
 * After a restart everybody comes back within a second or two and is answered alike: the record from its beginning, the whole text. The
 * answers are kept for a few seconds and up to a size, and dropped at once when they are true no longer.
 */
import type { Outgoing } from './socket.ts'
import type { Time } from './time.ts'

export type Kept = {
  /** The answer to a question, worked out if it is not kept. */
  readonly answer: (question: string, make: () => Outgoing) => Outgoing
  /** None of it is true any more, or anybody's concern. */
  readonly forget: () => void
}

/** How long answers are kept after the first of them was given, in milliseconds. */
const KEPT_FOR = 5_000
/** Bytes of answers that are kept. One that is larger is kept as the only one. */
const KEPT_BYTES = 1 << 20

export function openKept(time: Time): Kept {
  const answers = new Map<string, Outgoing>()
  let bytes = 0
  let stopTimer: (() => void) | undefined

  const forget = () => {
    stopTimer?.()
    stopTimer = undefined
    answers.clear()
    bytes = 0
  }

  return {
    forget,
    answer(question, make) {
      const known = answers.get(question)
      if (known !== undefined) return known
      const answer = make()
      const size = answer.wire().reduce((sum, { byteLength }) => sum + byteLength, question.length)
      if (bytes > 0 && bytes + size > KEPT_BYTES) return answer
      answers.set(question, answer)
      bytes += size
      stopTimer ??= time.after(KEPT_FOR, forget)
      return answer
    },
  }
}
