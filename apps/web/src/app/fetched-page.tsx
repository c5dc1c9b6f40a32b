/**
 * A page whose code is fetched when it is first wanted. If the code is there when the page is to be drawn, it is drawn at once: React's
 * `lazy` alone always pauses first and then draws in pieces, which begin anew whenever the room changes meanwhile.
 */
import { lazy, useState, type ComponentType } from 'react'

export type FetchedPage = {
  /** Begins to fetch. What goes wrong is thrown when the page is drawn, after one more try. */
  readonly begin: () => void
  /** Suspends while the code is on its way. */
  readonly Page: ComponentType
}

export function fetchedPage(load: () => Promise<ComponentType>): FetchedPage {
  let fetched: ComponentType | undefined
  let coming: Promise<{ readonly default: ComponentType }> | undefined

  async function fetchIt() {
    try {
      fetched = await load()
      return { default: fetched }
    } catch (error) {
      coming = undefined
      throw error
    }
  }

  const fetching = () => (coming ??= fetchIt())
  const Later = lazy(fetching)
  return {
    begin: () => void fetching().catch(() => undefined),
    Page: function Fetched() {
      // Decided once: what was drawn stays the same component when the code arrives.
      const [Ready] = useState(() => fetched)
      return Ready === undefined ? <Later /> : <Ready />
    },
  }
}
