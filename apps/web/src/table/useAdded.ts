/** What has been added to a list since the page was drawn, told once: to say where somebody is typing what stands at the top of the page. */
import { useEffect, useEffectEvent, useRef } from 'react'

/** Calls `tell` with what was added. What was there from the start is no news. */
export function useAdded<Item>(items: readonly Item[], tell: (added: readonly Item[]) => void): void {
  const told = useRef(items.length)
  const say = useEffectEvent(tell)
  useEffect(() => {
    const added = items.slice(told.current)
    told.current = items.length
    if (added.length > 0) say(added)
  }, [items])
}
