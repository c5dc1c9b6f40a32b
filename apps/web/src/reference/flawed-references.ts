/** References that lead nowhere: to clauses that were withdrawn, or that are not in this negotiation. */
import type { ClauseId, Negotiation, Readings } from '@entente/agreement'
import { referencesIn } from '@entente/draft'
import { referenceWords } from './reference-words.ts'

export type FlawedReference = {
  /** Where it stands. */
  readonly clause: ClauseId
  readonly to: ClauseId
  readonly flaw: string
}

/** In the order of the text, each clause that is referred to once for each clause that does. */
export function flawedReferences(negotiation: Negotiation, readings: Readings): readonly FlawedReference[] {
  return Array.from(readings, ([clause, { text }]) => ({ clause, targets: new Set(referencesIn(text)) })).flatMap(({ clause, targets }) =>
    [...targets].flatMap((to) => {
      const { flaw } = referenceWords(negotiation, to)
      return flaw === undefined ? [] : [{ clause, to, flaw }]
    }),
  )
}
