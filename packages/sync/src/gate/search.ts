/** Looking things up in lists that are in the order of clocks. */

/** The index of the first element whose end lies behind `clock`; the length of the list if there is none. Ends ascend. */
export function firstBehind<T>(list: readonly T[], clock: number, endOf: (element: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const element = list[middle]
    if (element !== undefined && endOf(element) > clock) high = middle
    else low = middle + 1
  }
  return low
}
