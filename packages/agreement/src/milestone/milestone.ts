/** A milestone as the record has it, and what milestones are counted from and looked at by. What follows from it is computed elsewhere. */
import type { FactOf } from '../fact.ts'
import type { AnchorId, ClauseId, Day, MilestoneId, PartyId } from '../ids.ts'
import type { Said } from '../negotiation.ts'
import type { MilestoneTerms } from '../terms.ts'
import type { MilestoneStep } from './step.ts'

export type Milestone = {
  readonly milestone: MilestoneId
  readonly clause: ClauseId
  readonly terms: MilestoneTerms
  readonly said: Said
  readonly revised: Said | undefined
  readonly withdrawn: Said | undefined
  /** How far it has come, as told with an imported text, where nobody has made a finding. */
  readonly assessed: (Said & { readonly level: number; readonly note: string | undefined }) | undefined
  readonly waivedBy: ReadonlyMap<PartyId, Said>
  /** Reports, findings, disputes and the rest, oldest first. Where the milestone stands follows from them (`milestone/life.ts`). */
  readonly steps: readonly MilestoneStep[]
}

/** A meeting at which milestones were looked at. */
export type ReviewHeld = FactOf<'review-held'> & { readonly said: Said }

export type Anchor = {
  readonly anchor: AnchorId
  readonly label: string
  readonly day: Day | undefined
  readonly presumed: Day | undefined
  /** Who says when it is, besides the chair. */
  readonly setBy: readonly PartyId[]
}
