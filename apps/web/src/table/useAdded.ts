/** What is kept aside while the page is open, told once: to say where somebody is typing what stands at the top of the page. */
import { useEffect, useEffectEvent, useRef } from 'react'

/** Calls `tell` with what was added. What was there from the start, or comes from an earlier page, is no news. */
export function useAdded<Item extends { readonly at: number }>(items: readonly Item[], tell: (added: readonly Item[]) => void): void {
  const told = useRef(items)
  const say = useEffectEvent(tell)
  useEffect(() => {
    const before = told.current
    told.current = items
    const added = items.filter((item) => !before.includes(item) && item.at >= performance.timeOrigin)
    if (added.length > 0) say(added)
  }, [items])
}
