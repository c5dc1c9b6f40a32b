/** Whether this person wants openings offered, kept on this device. Not unless they asked for it. */
import { useSyncExternalStore } from 'react'

const KEY = 'entente-phrases'
const listeners = new Set<() => void>()

const chosen = () => localStorage.getItem(KEY) === 'on'

export function choosePhrases(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export function usePhrases(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, chosen)
}
