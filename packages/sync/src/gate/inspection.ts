/** What an update would do, as far as anybody needs to know before it is let in. */

import type { Range } from './decode.ts'

/** Clocks of one author, from `from` up to but not including `to`. */
export type ClockRange = { readonly from: number; readonly to: number }

/** What an update would do to one text. Characters are UTF-16 units. */
export type Touch = {
  readonly inserted: number
  readonly deleted: number
  /** Deleted characters by the clientID that wrote them. */
  readonly deletedOf: ReadonlyMap<number, number>
}

export type Inspection = {
  readonly kind: 'inspection'
  /** Nothing would change: all of it is known already. Neither stored nor sent on. */
  readonly noop: boolean
  /** Only words of one author would come in, beside what the document holds: nothing goes, and no node, mark or text is opened. */
  readonly typing: boolean
  /** Who would have written, and which new clocks. */
  readonly authors: ReadonlyMap<number, ClockRange>
  /** Every text that would change. */
  readonly touches: ReadonlyMap<string, Touch>
  /** Texts that the update names and the document does not have yet. Applying the update would create them. */
  readonly creates: ReadonlySet<string>
  /**
   * Words that would go with the node around them though whoever deletes it has not seen them, by the clientIDs that wrote them. Mostly
   * none: they were typed at the same moment.
   */
  readonly unseen: ReadonlyMap<number, readonly Range[]>
  /** What reading it cost: insertions and ranges of deletions. */
  readonly weight: number
}
