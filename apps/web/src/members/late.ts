import { list } from '../design/status-words.ts'

/** What is said of a party that was seated after these rounds were held; nothing of one that sat before. */
export function lateWords(missed: readonly number[]): string | undefined {
  if (missed.length === 0) return undefined
  const which = missed.length === 1 ? `round ${missed[0]}` : `rounds ${list(missed.map(String))}`
  return `Invited after ${which}. Its silence never counted for what was asked there.`
}
