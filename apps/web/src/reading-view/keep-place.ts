/** Another way of reading, with the same words under the eye: the clause in hand, or the first one on the screen, stays where it was. */
import { flushSync } from 'react-dom'

/** Frames in which clauses that came into sight are laid out and the browser moves the page by its own anchor. */
const SETTLING = 3

/** Makes a change of what the page shows and scrolls by as much as the clause moved. */
export function keepPlace(change: () => void): void {
  const clauses = [...document.querySelectorAll<HTMLElement>('[data-clause]')]
  const onScreen = clauses.filter((clause) => {
    const { top, bottom } = clause.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
  const held = onScreen.find((clause) => clause.dataset['selected'] !== undefined) ?? onScreen[0]
  const top = held?.getBoundingClientRect().top
  flushSync(change)
  if (held !== undefined && top !== undefined) holdAt(top, held, SETTLING)
}

function holdAt(top: number, held: HTMLElement, frames: number): void {
  if (!held.isConnected) return
  const moved = held.getBoundingClientRect().top - top
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
  if (frames > 0) requestAnimationFrame(() => holdAt(top, held, frames - 1))
}
