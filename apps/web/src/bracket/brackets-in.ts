/** The square brackets that stand in a text, each once, with the words in it, in order of appearance. */
import type { BracketKind, BracketMark } from '@entente/agreement'
import { paragraphsOf, type Text } from '@entente/draft'

export type BracketInText = BracketMark & { readonly words: string }

export function bracketsIn(text: Text): readonly BracketInText[] {
  const found = new Map<string, BracketInText>()
  for (const { runs } of paragraphsOf(text))
    for (const { bracket, text: words } of runs) {
      if (bracket === undefined) continue
      found.set(bracket.id, { ...bracket, words: `${found.get(bracket.id)?.words ?? ''}${words}` })
    }
  return [...found.values()]
}

/** How many there are of each kind in all texts. */
export function countedByKind(texts: Iterable<Text>): ReadonlyMap<BracketKind, number> {
  const counted = new Map<BracketKind, number>()
  for (const text of texts) for (const { kind } of bracketsIn(text)) counted.set(kind, (counted.get(kind) ?? 0) + 1)
  return counted
}
