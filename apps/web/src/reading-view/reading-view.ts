/**
 * How the table is read: with everything, clean, or with what changed since some moment marked in the words.
 *
 * A way of reading changes nothing for anybody: it is kept on this page only, the place stays, and the words can be typed in as ever.
 */
import type { ClauseId, Negotiation, PartyId, Timestamp, Wording } from '@entente/agreement'
import type { ReadText } from '../versions/text-at.ts'

/** What the present words are compared with. */
export type Baseline =
  | { readonly is: 'positions' }
  | { readonly is: 'round'; readonly round: number; readonly at: Timestamp }
  | { readonly is: 'visit'; readonly at: Timestamp }

export type ReadingView = { readonly is: 'everything' } | { readonly is: 'clean' } | { readonly is: 'since'; readonly baseline: Baseline }

/** How a clause read at the baseline. */
export type Before =
  | { readonly is: 'read'; readonly wording: Wording }
  /** It was not in the text yet, or withdrawn. */
  | { readonly is: 'new' }
  /** Our delegation has taken no position on it. */
  | { readonly is: 'no-position' }

/** The wordings our delegation spoke of last, clause by clause. They are on record, so nothing has to be asked for. */
export function atPositions({ clauses, positions, wordings }: Negotiation, party: PartyId): ReadonlyMap<ClauseId, Before> {
  return new Map(
    clauses.map(({ clause }): [ClauseId, Before] => {
      const last = positions
        .get(clause)
        ?.get(party)
        ?.findLast((step) => 'on' in step)
      const wording = last !== undefined && 'on' in last ? wordings.get(last.on)?.wording : undefined
      return [clause, wording === undefined ? { is: 'no-position' } : { is: 'read', wording }]
    }),
  )
}

/** How the clauses of an earlier text read. A clause that is not in it is new. */
export function asBefore(text: ReadText): ReadonlyMap<ClauseId, Before> {
  return new Map(text.map(({ clause, wording }): [ClauseId, Before] => [clause, { is: 'read', wording }]))
}

/** The clauses that stand elsewhere in the order than at a moment: those that have to be moved, as few as possible. */
export function movedSince(before: readonly ClauseId[], now: readonly ClauseId[]): ReadonlySet<ClauseId> {
  const places = new Map(before.map((clause, place) => [clause, place]))
  const known = now.filter((clause) => places.has(clause))
  const stayed = longestRising(known.map((clause) => places.get(clause) ?? 0))
  return new Set(known.filter((_, index) => !stayed.has(index)))
}

/** The indexes of a longest rising run of numbers, not necessarily next to each other. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const length: number[] = []
  const previous: number[] = []
  for (const [at, number] of numbers.entries()) {
    let best = -1
    for (let earlier = 0; earlier < at; earlier += 1)
      if ((numbers[earlier] ?? 0) < number && (best === -1 || (length[earlier] ?? 0) > (length[best] ?? 0))) best = earlier
    length.push(best === -1 ? 1 : (length[best] ?? 0) + 1)
    previous.push(best)
  }
  const rising = new Set<number>()
  for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = previous[at] ?? -1) rising.add(at)
  return rising
}
