/**
 * How the table is read: with everything, clean, or with what changed since some moment marked in the words.
 *
 * A way of reading changes nothing for anybody: it is kept on this page only, the place stays, and the words can be typed in as ever.
 */
import { type ClauseId, type Entry, type Negotiation, type PartyId, type Timestamp, replay, type Wording } from '@entente/agreement'
import { wordingOf } from '@entente/draft'
import type { ToldTexts } from '../versions/shapes.ts'

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

/** The wordings of all clauses at a moment: the words as the server had them then, headings and terms as the record had them. */
export function atMoment({ at, clauses }: ToldTexts, entries: readonly Entry[]): ReadonlyMap<ClauseId, Before> {
  const then = replay(entries.filter((entry) => entry.at <= at))
  return new Map(
    then.clauses.map(({ clause, kind, heading, standing }): [ClauseId, Before] => {
      if (standing.is === 'withdrawn') return [clause, { is: 'new' }]
      const milestones = [...then.milestones.values()].filter((one) => one.clause === clause && one.withdrawn === undefined)
      return [clause, { is: 'read', wording: wordingOf({ kind, heading, text: clauses[clause] ?? [], milestones }) }]
    }),
  )
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

/** The order of the standing clauses at a moment. */
export function orderAt(entries: readonly Entry[], at: Timestamp): readonly ClauseId[] {
  return replay(entries.filter((entry) => entry.at <= at))
    .clauses.filter(({ standing }) => standing.is === 'standing')
    .map(({ clause }) => clause)
}
