/** Days of the week, of days as whole numbers. */

/** 0 is Monday. `number` counts from 1 January 1970. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}
