/** Which words a correction is about: those selected, or those typed in if they stand in the clause exactly once. */
import type { Quote } from '@entente/agreement'
import { quoteOf } from '@entente/draft'

/** The quotation of words typed in, or undefined when they stand nowhere in the text or in more than one place. `bare` is its bare text. */
export function slipOf(words: string, bare: string): Quote | undefined {
  const at = bare.indexOf(words)
  if (words === '' || at === -1 || bare.indexOf(words, at + 1) !== -1) return undefined
  return quoteOf(bare, at, at + words.length)
}

/** The quotation meant: the selected one as long as its words are those in the field, else the one typed. */
export function quoteMeant(words: string, selected: Quote | undefined, bare: string): Quote | undefined {
  return selected?.exact === words ? selected : slipOf(words, bare)
}
