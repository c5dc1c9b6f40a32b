/** The footnotes of a text with their numbers and places. */
import { paragraphsOf, type Text } from '@entente/draft'
import type { FootnoteInText } from './Footnotes.tsx'

/** `before` is how many footnotes the clauses before it have. */
export function notesIn(text: Text, before: number): readonly FootnoteInText[] {
  const notes: FootnoteInText[] = []
  let at = 0
  for (const { runs } of paragraphsOf(text)) {
    for (const { text: words, footnote } of runs) {
      if (footnote !== undefined) notes.push({ number: before + notes.length + 1, text: footnote, at })
      at += words.length
    }
    at += 1
  }
  return notes
}
