/** The time, to the half minute: for "2 minutes ago" and "today". One timer for all who ask; what is decided by time is decided by the server. */
import { useSyncExternalStore } from 'react'

const EVERY_MS = 30_000

let now = new Date().toISOString()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = new Date().toISOString()
    for (const each of listeners) each()
  }, EVERY_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** An ISO timestamp in UTC, up to half a minute old. */
export function useNow(): string {
  return useSyncExternalStore(subscribe, () => now)
}
