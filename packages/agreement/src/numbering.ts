/** Numbers of clauses. They follow from the order of the text and are never stored, so moving a clause is one entry. */
import type { ClauseId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'

/**
 * `PP1`, `PP2` … for preambular paragraphs (they carry no number in the final text), `1`, `2` … for operative ones through all sections.
 * A withdrawn clause has no number.
 */
export function numbersOf({ clauses }: Pick<Negotiation, 'clauses'>): ReadonlyMap<ClauseId, string> {
  const numbers = new Map<ClauseId, string>()
  let preambular = 0
  let operative = 0
  for (const { clause, kind, standing } of clauses) {
    if (standing.is === 'withdrawn') continue
    numbers.set(clause, kind === 'preambular' ? `PP${++preambular}` : String(++operative))
  }
  return numbers
}
