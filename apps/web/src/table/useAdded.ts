/** What is kept aside while the page is open, told once: to say where somebody is typing what stands at the top of the page. */
import { useEffect, useEffectEvent, useRef } from 'react'

/** Calls `tell` with what was added. What was there from the start, or comes from an earlier page, is no news. */
export function useAdded<Item extends { readonly at: number }>(items: readonly Item[], tell: (added: readonly Item[]) => void): void {
  const told = useRef(items.length)
  const say = useEffectEvent(tell)
  useEffect(() => {
    const added = items.slice(told.current).filter(({ at }) => at >= performance.timeOrigin)
    told.current = items.length
    if (added.length > 0) say(added)
  }, [items])
}
