/** Asks before the page is closed while words typed here are not confirmed by the server. The browser words the question itself. */
import { useEffect } from 'react'
import { useView } from './useView.ts'

export function useUnsavedGuard(): void {
  const unsaved = useView((view) => view.unsaved > 0)
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
}
