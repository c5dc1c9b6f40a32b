/**
 * Which view of the milestones is shown and which one is in hand. Both stand in the address, so that a view can be passed on, and changing
 * one keeps the other: whoever looks from the timeline at the table finds the same milestone there.
 */
import { MilestoneId } from '@entente/agreement'
import { useEffect, useState } from 'react'

export type ViewOfMilestones = 'timeline' | 'table' | 'words'

export type Place = { readonly view: ViewOfMilestones; readonly selected: MilestoneId | undefined }

export function usePlace() {
  const [place, setPlace] = useState<Place>(() => placeIn(location))

  useEffect(() => {
    const follow = () => setPlace(placeIn(location))
    addEventListener('hashchange', follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('popstate', follow)
    }
  }, [])

  function go(to: Partial<Place>) {
    const next = { ...place, ...to }
    setPlace(next)
    // The history keeps its steps: looking at milestones one after another is not going somewhere.
    history.replaceState(history.state, '', addressOf(next))
  }

  return { ...place, go }
}

/** What an address says: `?view=table#milestone-ms-01`. */
export function placeIn({ search, hash }: Pick<Location, 'search' | 'hash'>): Place {
  const view = new URLSearchParams(search).get('view')
  const milestone = hash.startsWith('#milestone-') ? MilestoneId.safeParse(decodeURIComponent(hash.slice('#milestone-'.length))) : undefined
  return { view: view === 'table' || view === 'words' ? view : 'timeline', selected: milestone?.success ? milestone.data : undefined }
}

/** The end of an address that says so. */
export function addressOf({ view, selected }: Place): string {
  return `${view === 'timeline' ? location.pathname : `?view=${view}`}${selected === undefined ? '' : `#milestone-${encodeURIComponent(selected)}`}`
}
