/**
 * A page whose code is fetched when it is first wanted. If the code is there when the page is to be drawn, it is drawn at once: React's
 * `lazy` alone always pauses first and then draws in pieces, which begin anew whenever the room changes meanwhile.
 */
import { lazy, useState, type ComponentType } from 'react'

export type FetchedPage<Props extends object = object> = {
  /** Begins to fetch, and resolves when that is over. What goes wrong is thrown when the page is drawn, after one more try. */
  readonly begin: () => Promise<void>
  /** Suspends while the code is on its way. */
  readonly Page: ComponentType<Props>
}

export function fetchedPage<Props extends object>(load: () => Promise<ComponentType<Props>>): FetchedPage<Props> {
  let fetched: ComponentType<Props> | undefined
  let coming: Promise<{ readonly default: ComponentType<Props> }> | undefined

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
    begin: () =>
      fetching().then(
        () => undefined,
        () => undefined,
      ),
    Page: function Fetched(props: Props) {
      // Decided once: what was drawn stays the same component when the code arrives.
      const [Ready] = useState(() => fetched)
      return Ready === undefined ? <Later {...props} /> : <Ready {...props} />
    },
  }
}
