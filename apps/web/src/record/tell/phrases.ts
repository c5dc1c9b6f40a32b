export function quoted(text: string): string {
  return `“${text}”`
}

/** With a capital letter at the start. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
