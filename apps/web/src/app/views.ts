/** The views of one negotiation, in the order of the tabs, and their addresses. */
import type { ClauseId, GroupId, Negotiation, NegotiationId } from '@entente/agreement'
import type { IconName } from '../design/Sprite.tsx'

export type ViewName = 'table' | 'positions' | 'milestones' | 'record' | 'members' | 'caucus'

/** Shown without the frame of a negotiation: for a room to read. */
export const PROJECTOR = 'projector'

export type View = {
  readonly name: ViewName
  readonly words: string
  readonly icon: IconName
  /** Reached from elsewhere than the tabs. */
  readonly aside?: true
}

export const views: readonly View[] = [
  { name: 'table', words: 'Table', icon: 'document' },
  { name: 'positions', words: 'Positions', icon: 'grid' },
  { name: 'milestones', words: 'Milestones', icon: 'timeline' },
  { name: 'record', words: 'Record', icon: 'record' },
  { name: 'members', words: 'Members', icon: 'person', aside: true },
  { name: 'caucus', words: 'Caucus', icon: 'lock', aside: true },
]

/** The view an address names: `/n/x` is the table, `/n/x/record` the record. Undefined when there is no such view. */
export function viewAt(segment: string | undefined): View | undefined {
  return segment === undefined ? views[0] : views.find(({ name }) => name === segment && name !== 'table')
}

export function viewPath(negotiation: NegotiationId, view: ViewName): `/${string}` {
  return view === 'table' ? `/n/${negotiation}` : `/n/${negotiation}/${view}`
}

/** The address of a group in which one has a place. */
export function groupPath(negotiation: NegotiationId, group: GroupId): `/${string}` {
  return `/n/${negotiation}/group/${group}`
}

/** The address of a caucus of one's delegation from before it began anew. */
export function earlierCaucusPath(negotiation: NegotiationId, number: number): `/${string}` {
  return `/n/${negotiation}/caucus/${number}`
}

/** The address of an entry of the table's record. */
export function entryPath(negotiation: NegotiationId, seq: number): `/${string}` {
  return `${viewPath(negotiation, 'record')}#entry-${seq}`
}

/** The entry an address names, by its number. */
export function entryInAddress(hash: string): number | undefined {
  const [, seq] = /^#entry-(\d{1,9})$/.exec(hash) ?? []
  return seq === undefined ? undefined : Number(seq)
}

/** The address of a clause at the table of the negotiation on record. */
export function clausePath({ opened }: Pick<Negotiation, 'opened'>, clause: ClauseId): `/${string}` {
  return `/n/${opened?.negotiation ?? ''}#clause-${clause}`
}
