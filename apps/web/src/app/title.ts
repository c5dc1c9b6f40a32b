/** The title of the page: what it shows, where, in what. The most particular comes first, so that it is read first. */
import { useEffect } from 'react'

export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Entente'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
