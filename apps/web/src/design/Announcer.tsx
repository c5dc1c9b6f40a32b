/**
 * The one voice of the page for screen readers. Sentences said within a short while are joined, so that a busy table never floods the
 * listener; never call it per keystroke.
 */
import { useSyncExternalStore } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** Sentences of this many milliseconds are said together. */
const GATHER_MS = 1_000

let said = ''
let waiting: readonly string[] = []
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Says a sentence politely: after what is being read now. The same sentence twice in one breath is said once. */
export function announce(sentence: string): void {
  if (!waiting.includes(sentence)) waiting = [...waiting, sentence]
  timer ??= setTimeout(() => {
    // A sentence said again must differ for a screen reader to say it again.
    const next = waiting.join(' ')
    said = next === said ? `${next}\u00a0` : next
    waiting = []
    timer = undefined
    for (const listener of listeners) listener()
  }, GATHER_MS)
}

/** Placed once per page. */
export function Announcer() {
  const sentence = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
  )
  return (
    <VisuallyHidden>
      <output>{sentence}</output>
    </VisuallyHidden>
  )
}
