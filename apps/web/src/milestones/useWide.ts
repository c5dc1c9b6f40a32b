/** Whether there is room for a panel beside the page. */
import { useSyncExternalStore } from 'react'

const query = matchMedia('(min-width: 1181px)')

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}
