/**
 * What a private room is handed of the table it belongs to.
 *
 * Live, and asked each time: who sits where and which clauses there are stands in the table's record only, so that a change there holds here
 * at once. Nothing ever goes the other way.
 */
import type { Amended, Negotiation, Readings } from '@entente/agreement'

export type TableSide = {
  readonly negotiation: () => Negotiation
  readonly readings: () => Readings
  readonly amended: () => Amended
}
