/** Another way of reading, with the same words under the eye: the clause in hand, or the first one on the screen, stays where it was. */
import { flushSync } from 'react-dom'

/** Makes a change of what the page shows and scrolls by as much as the clause moved. */
export function keepPlace(change: () => void): void {
  const clauses = [...document.querySelectorAll<HTMLElement>('[data-clause]')]
  const onScreen = clauses.filter((clause) => {
    const { top, bottom } = clause.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
  const held = onScreen.find((clause) => clause.dataset['selected'] !== undefined) ?? onScreen[0]
  const before = held?.getBoundingClientRect().top
  flushSync(change)
  if (held === undefined || before === undefined || !held.isConnected) return
  const moved = held.getBoundingClientRect().top - before
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
}
