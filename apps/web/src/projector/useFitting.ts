/** Words as large as the screen allows; the smallest is what six metres allow (about 28 px on a beamer). */
import { useLayoutEffect, type RefObject } from 'react'

const SMALLEST = 28
const LARGEST = 72

/** Sets the words as large as they fit, by halving; where even the smallest does not fit, the words scroll. */
export function useFitting(words: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = words.current
    if (box === null) return undefined
    const fit = () => {
      let [small, large] = [SMALLEST, LARGEST]
      while (large - small > 1) {
        const size = Math.floor((small + large) / 2)
        box.style.setProperty('--words', `${size}px`)
        if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) small = size
        else large = size
      }
      box.style.setProperty('--words', `${small}px`)
    }
    const watching = new ResizeObserver(fit)
    watching.observe(box)
    // The words themselves, because they change while the box does not.
    if (box.firstElementChild !== null) watching.observe(box.firstElementChild)
    return () => watching.disconnect()
  }, [words])
}
