/**
 * The new clauses that are proposed, where each would stand if it were taken into the text as it is now: behind the standing clause before it,
 * or where its section begins. So none is out of sight, also where every clause of its section was withdrawn or moved away, or none was written
 * yet. The places are those that taking it in would give it (`fold/structure.ts`).
 */
import type { Insertion } from './amendment.ts'
import type { ClauseId, SectionId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'

export type ProposedClauses = {
  readonly behind: ReadonlyMap<ClauseId, readonly Insertion[]>
  /** Before every clause that stands in the section, if one does. */
  readonly first: ReadonlyMap<SectionId, readonly Insertion[]>
}

/** Those that would stand at one place in the order in which they would stand there, and of several at the same the oldest first. */
export function proposedClauses(negotiation: Pick<Negotiation, 'amendments' | 'clauses'>): ProposedClauses {
  const places = tabledInsertions(negotiation)
    .map((proposal) => placeOf(negotiation, proposal))
    .toSorted((one, other) => one.rank - other.rank)
  return {
    behind: grouped(places, ({ after }) => after),
    first: grouped(places, ({ after, proposal }) => (after === undefined ? proposal.section : undefined)),
  }
}

/** The new clauses that are before the table, oldest first. */
export function tabledInsertions({ amendments }: Pick<Negotiation, 'amendments'>): readonly Insertion[] {
  return [...amendments.values()].filter((one): one is Insertion => one.does === 'insert' && one.state.is === 'tabled')
}

/** `rank` is its place among all clauses of its section, those withdrawn included; `after` the last of them before it that stands. */
type Place = { readonly proposal: Insertion; readonly rank: number; readonly after: ClauseId | undefined }

function placeOf({ clauses }: Pick<Negotiation, 'clauses'>, proposal: Insertion): Place {
  const section = clauses.filter((clause) => clause.section === proposal.section)
  const at = section.findIndex(({ clause }) => clause === proposal.after)
  // After one that stands elsewhere by now, a clause comes last in its own section.
  const rank = proposal.after !== undefined && at === -1 ? section.length : at + 1
  return { proposal, rank, after: section.slice(0, rank).findLast(({ standing }) => standing.is === 'standing')?.clause }
}

function grouped<Key>(places: readonly Place[], keyOf: (place: Place) => Key | undefined): ReadonlyMap<Key, readonly Insertion[]> {
  const groups = new Map<Key, Insertion[]>()
  for (const place of places) {
    const key = keyOf(place)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), place.proposal])
  }
  return groups
}
