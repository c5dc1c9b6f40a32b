/** Small numbers in words, as they stand in a sentence. */
const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "two", and "13" beyond twelve. */
export function inWords(count: number): string {
  return words[count] ?? String(count)
}
