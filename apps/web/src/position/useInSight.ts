/** What a key or an answer has brought comes into sight, wherever the page was scrolled to. */
import { useLayoutEffect, useRef, type RefObject } from 'react'

export function useInSight<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const shown = useRef<Shown>(null)
  // An effect answers nothing: in newer browsers scrolling answers a promise, which React would call when the element goes.
  useLayoutEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return shown
}
