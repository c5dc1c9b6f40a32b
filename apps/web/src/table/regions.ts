/** F6 goes round the regions of the page: the line of state, the outline, the text, the margin of the clause in hand. */

const REGIONS = '[data-region], [data-clause][data-selected] [data-margin]'

/** Puts the focus on the first thing in the next (or previous) region that can take it. Answers whether there was one. */
export function nextRegion(page: HTMLElement, step: 1 | -1): boolean {
  const regions = [...page.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) => region.checkVisibility() && stopIn(region) !== undefined,
  )
  const here = regions.findLastIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length]
  const stop = next && stopIn(next)
  stop?.focus()
  return stop !== undefined
}

/** Of the text, the heading of the clause in hand; of any other region, its first link, button or field. */
function stopIn(region: HTMLElement): HTMLElement | undefined {
  const stops = region.querySelectorAll<HTMLElement>(
    region.dataset['region'] === 'text' ? '[data-selected] h3, h3' : 'a[href], button, input, textarea, select, summary',
  )
  return [...stops].find((stop) => stop.checkVisibility())
}
