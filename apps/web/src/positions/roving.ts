/**
 * Moving through a grid by keyboard (ARIA Authoring Practices, grid): one tab stop, arrows by cell, Home and End in the row, with Ctrl
 * to the ends of the grid. Cells are found by where they say they are, so the grid may hold rows that are not part of it.
 */
import { useState, type KeyboardEvent } from 'react'

export type Place = { readonly row: number; readonly column: number }
export type Size = { readonly rows: number; readonly columns: number }

/** Where a key leads from a place, or undefined when it is not a key of the grid. `rtl` swaps left and right. */
export function placeAfter(
  key: string,
  { ctrl, rtl }: { readonly ctrl: boolean; readonly rtl: boolean },
  from: Place,
  { rows, columns }: Size,
): Place | undefined {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
  const back = rtl ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forward:
      return { ...from, column: Math.min(columns - 1, from.column + 1) }
    case back:
      return { ...from, column: Math.max(0, from.column - 1) }
    case 'ArrowDown':
      return { ...from, row: Math.min(rows - 1, from.row + 1) }
    case 'ArrowUp':
      return { ...from, row: Math.max(0, from.row - 1) }
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { ...from, column: 0 }
    case 'End':
      return ctrl ? { row: rows - 1, column: columns - 1 } : { ...from, column: columns - 1 }
    default:
      return undefined
  }
}

/** Attributes for the grid, and the place of the tab stop: the cell last focused, at first the first one. */
export function useRoving(size: Size) {
  const [stop, setStop] = useState<Place>({ row: 0, column: 0 })
  // A filter may have taken the row away.
  const place: Place = { row: Math.min(stop.row, Math.max(0, size.rows - 1)), column: Math.min(stop.column, size.columns - 1) }

  return {
    place,
    grid: {
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        if (event.altKey || event.metaKey || event.shiftKey) return
        const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
        const to = placeAfter(event.key, { ctrl: event.ctrlKey, rtl }, place, size)
        if (to === undefined) return
        event.preventDefault()
        setStop(to)
        event.currentTarget.querySelector<HTMLElement>(`[data-place="${to.row} ${to.column}"]`)?.focus()
      },
    },
    onStop: setStop,
  }
}

/** Attributes of the focusable element of a cell. `stop` is the column of the tab stop, when it is in this row. */
export function cellAttributes({ row, column }: Place, stop: number | undefined, onStop: (place: Place) => void) {
  return { 'data-place': `${row} ${column}`, tabIndex: column === stop ? 0 : -1, onFocus: () => onStop({ row, column }) }
}
