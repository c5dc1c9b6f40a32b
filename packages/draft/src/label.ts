/** How the items of ordered lists are called, as treaties call them: (a), then (i), then a., then i., and so on in turn. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** What stands before an item of a bulleted list. */
export const BULLET = '•'

/** The label of item `index` (from 0) of an ordered list inside `depth` other ordered lists. After (z) come (aa), (bb). */
export function itemLabel(depth: number, index: number): string {
  const name = depth % 2 === 0 ? letters(index) : roman(index + 1)
  return depth % 4 < 2 ? `(${name})` : `${name}.`
}

function letters(index: number): string {
  return String.fromCodePoint(97 + (index % 26)).repeat(Math.floor(index / 26) + 1)
}

function roman(number: number): string {
  let rest = number
  let result = ''
  for (const [value, numeral] of ROMAN) {
    result += numeral.repeat(Math.floor(rest / value))
    rest %= value
  }
  return result
}
