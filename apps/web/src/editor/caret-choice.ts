/** What this person chose to share of their typing, kept on this device. */
import { useSyncExternalStore } from 'react'
import { caretSharings, type CaretSharing } from './caret-sharing.ts'

const KEY = 'entente-caret'
const listeners = new Set<() => void>()

export function chosenSharing(): CaretSharing {
  const kept = localStorage.getItem(KEY)
  return caretSharings.find((sharing) => sharing === kept) ?? 'typing'
}

export function chooseSharing(sharing: CaretSharing): void {
  localStorage.setItem(KEY, sharing)
  for (const listener of listeners) listener()
}

/** Calls `listener` after every choice. Answers the way to stop. */
export function onSharing(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useSharing(): CaretSharing {
  return useSyncExternalStore(onSharing, chosenSharing)
}
