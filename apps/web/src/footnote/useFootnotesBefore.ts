/** How many footnotes stand before a clause in the whole text: those of the clause are numbered from the next on. */
import type { ClauseId, Readings } from '@entente/agreement'
import { footnotesBefore } from '@entente/draft'
import { useView } from '../table/useView.ts'

const counted = new WeakMap<Readings, ReadonlyMap<ClauseId, number>>()

export function useFootnotesBefore(clause: ClauseId | undefined): number {
  return useView(({ readings }) => (clause === undefined ? 0 : (before(readings).get(clause) ?? 0)))
}

/** Counted once for each state of the text, however many clauses ask. */
function before(readings: Readings): ReadonlyMap<ClauseId, number> {
  const known = counted.get(readings)
  if (known !== undefined) return known
  const made = footnotesBefore(Array.from(readings, ([clause, { text }]) => [clause, text] as const))
  counted.set(readings, made)
  return made
}
