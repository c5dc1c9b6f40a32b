/**
 * The terms of a milestone: who performs, who verifies, by when, on what evidence, and what follows if it is missed.
 *
 * Terms are part of the clause's wording, so changing a deadline lapses consent exactly as changing a word does.
 */
import { z } from 'zod'
import { AnchorId, Day, MilestoneId, PartyId } from './ids.ts'
import { MAX_LIST, MAX_OFFSET_DAYS, MAX_QUOTE, MAX_STATEMENT, MAX_TITLE } from './limits.ts'

const OffsetDays = z.int().min(-MAX_OFFSET_DAYS).max(MAX_OFFSET_DAYS)
/** A time of day in UTC, `18:00`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Whether the step before needs only to be reported, or must be verified. */
export const After = z.enum(['reported', 'verified'])
export type After = z.infer<typeof After>

export const Due = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('day'), day: Day, time: TimeOfDay.optional() }),
  z.strictObject({ on: z.literal('anchor'), anchor: AnchorId, offsetDays: OffsetDays, time: TimeOfDay.optional() }),
  z.strictObject({ on: z.literal('milestone'), milestone: MilestoneId, after: After, offsetDays: OffsetDays }),
])
export type Due = z.infer<typeof Due>

export const Dependency = z.strictObject({ milestone: MilestoneId, after: After })
export type Dependency = z.infer<typeof Dependency>

export const Review = z.strictObject({ everyDays: z.int().min(1).max(3_660), by: PartyId, untilOffsetDays: OffsetDays.optional() })
export type Review = z.infer<typeof Review>

/** A condition that must hold for a number of days on end, starting anew after each breach named. */
export const Streak = z.strictObject({ days: z.int().min(1).max(3_660), resetBy: z.array(z.string().max(MAX_TITLE)).max(MAX_LIST) })
export type Streak = z.infer<typeof Streak>

const Line = z.string().trim().min(1).max(MAX_STATEMENT)

export const MilestoneTerms = z.strictObject({
  title: z.string().trim().min(1).max(MAX_TITLE),
  /** The words of the clause that promise this step. */
  quote: z.string().max(MAX_QUOTE).optional(),
  performers: z.array(PartyId).min(1).max(MAX_LIST),
  verifier: PartyId,
  due: Due,
  evidence: z.array(Line).max(MAX_LIST),
  dependsOn: z.array(Dependency).max(MAX_LIST),
  review: Review.optional(),
  /** What follows if the step is missed, in order. */
  remedialSteps: z.array(Line).max(MAX_LIST),
  streak: Streak.optional(),
  /** Steps of other performers that are owed in exchange for this one. */
  reciprocalWith: z.array(MilestoneId).max(MAX_LIST).optional(),
})
export type MilestoneTerms = z.infer<typeof MilestoneTerms>
