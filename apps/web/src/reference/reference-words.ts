/** How a reference to a clause reads now: by the number the clause has, or as what it is when the clause is gone. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import type { Named } from '@entente/draft'
import { namingOf } from '../table/naming.ts'

export type ReferenceWords = {
  /** What stands in the text: `11`, or `(withdrawn)`. */
  readonly label: string
  /** What is wrong with it, as a sentence; undefined while the clause stands. */
  readonly flaw: string | undefined
  readonly heading: string
}

/** Preambular paragraphs are referred to by their number alone: they carry no letters in the final text. */
export function referenceWords(negotiation: Negotiation, id: ClauseId): ReferenceWords {
  const clause = negotiation.clauses.find(({ clause: one }) => one === id)
  const number = namingOf(negotiation).numbers.get(id)
  const heading = clause?.heading ?? ''
  if (clause === undefined) return { label: '(unknown)', flaw: 'The clause referred to is not in this negotiation.', heading }
  if (number !== undefined) return { label: clause.kind === 'preambular' ? number.replace(/^PP/, '') : number, flaw: undefined, heading }
  const named = heading === '' ? 'The clause' : `The clause “${heading}”`
  return { label: '(withdrawn)', flaw: `${named} referred to was withdrawn.`, heading }
}

export function namedIn(negotiation: Negotiation): Named {
  return (clause) => referenceWords(negotiation, clause).label
}
