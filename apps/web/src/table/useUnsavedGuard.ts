/** Asks before the page is closed while words typed here are not confirmed by the server. The browser words the question itself. */
import { useEffect } from 'react'
import { useRoom } from '../room/useRoom.ts'

/** Looked at when the page is to be closed: whether something is unsaved changes twice with every key. */
export function useUnsavedGuard(): void {
  const room = useRoom()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (room.view().unsaved > 0) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [room])
}
