/** Looking things up in lists that are in the order of clocks. */

/**
 * The index of the first element whose end lies behind `clock`; the length of the list if there is none. Ends ascend. `from` is an index
 * near which the element is expected, and not behind it.
 */
export function firstBehind<T>(list: readonly T[], clock: number, endOf: (element: T) => number, from = 0): number {
  const isBehind = (index: number): boolean => {
    const element = list[index]
    return element === undefined || endOf(element) > clock
  }
  let low = from
  let high = list.length
  // From a hint on in growing strides, because the next element asked for is mostly close.
  let stride = from > 0 ? 1 : list.length
  while (low + stride < high) {
    if (isBehind(low + stride)) high = low + stride
    else low += stride + 1
    stride *= 2
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBehind(middle)) high = middle
    else low = middle + 1
  }
  return low
}
