/**
 * The terms of a milestone: who performs, who verifies, by when, on what evidence, and what follows if it is missed.
 *
 * Terms are part of the clause's wording, so changing a deadline lapses consent exactly as changing a word does. For the same reason a
 * field that was added later is always optional, and absent where nothing is said: terms written before it keep their fingerprint.
 */
import { z } from 'zod'
import { AnchorId, Day, MilestoneId, PartyId } from './ids.ts'
import { MAX_DAYS, MAX_LIST, MAX_NAME, MAX_OFFSET_DAYS, MAX_PARTS, MAX_QUOTE, MAX_STATEMENT, MAX_TITLE } from './limits.ts'

const OffsetDays = z.int().min(-MAX_OFFSET_DAYS).max(MAX_OFFSET_DAYS)
const Days = z.int().min(1).max(MAX_DAYS)
/** A time of day, `18:00`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** The zone in which days and times are meant (IANA). UTC where none is named. Whether it exists is asked when terms are proposed. */
const Zone = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/)
  .max(64)
const clock = { time: TimeOfDay.optional(), zone: Zone.optional() }

/** Whether the step before needs only to be reported, or must be verified. */
export const After = z.enum(['reported', 'verified'])
export type After = z.infer<typeof After>

const dueOnDay = z.strictObject({ on: z.literal('day'), day: Day, ...clock })
const dueFromAnchor = z.strictObject({ on: z.literal('anchor'), anchor: AnchorId, offsetDays: OffsetDays, ...clock })

export const Due = z.discriminatedUnion('on', [
  dueOnDay,
  dueFromAnchor,
  z.strictObject({ on: z.literal('milestone'), milestone: MilestoneId, after: After, offsetDays: OffsetDays, ...clock }),
  /** Again and again: first on a day or counted from an anchor day, then every so many days, so many times or without end. */
  z.strictObject({
    on: z.literal('recurring'),
    first: z.discriminatedUnion('on', [dueOnDay, dueFromAnchor]),
    everyDays: Days,
    times: z.int().min(1).max(MAX_DAYS).optional(),
  }),
  /** Within so many days of each request. */
  z.strictObject({ on: z.literal('request'), withinDays: z.int().min(0).max(MAX_DAYS), ...clock }),
])
export type Due = z.infer<typeof Due>

export const Dependency = z.strictObject({ milestone: MilestoneId, after: After })
export type Dependency = z.infer<typeof Dependency>

/** Looked at every so many days, until a number of days after the anchor day (or the day it is first due), or until a day. */
export const Review = z.strictObject({
  everyDays: z.int().min(1).max(3_660),
  by: PartyId,
  untilOffsetDays: OffsetDays.optional(),
  until: Day.optional(),
})
export type Review = z.infer<typeof Review>

/** A condition that must hold for a number of days on end, starting anew after each breach named. */
export const Streak = z.strictObject({ days: z.int().min(1).max(3_660), resetBy: z.array(z.string().max(MAX_TITLE)).max(MAX_LIST) })
export type Streak = z.infer<typeof Streak>

const Line = z.string().trim().min(1).max(MAX_STATEMENT)
const Name = z.string().trim().min(1).max(MAX_NAME)

/** A part of a promise that is shown by itself: a site, a crossing, a list. `by` is the performer who owes it; without it, any of them may. */
export const Part = z.strictObject({ name: Name, by: PartyId.optional() })
export type Part = z.infer<typeof Part>

/** The parts of a promise, and what many of them are called: "sites". The evidence asked for is asked for each of them. */
export const Parts = z.strictObject({ called: Name, each: z.array(Part).min(1).max(MAX_PARTS) })
export type Parts = z.infer<typeof Parts>

/**
 * What a remedial step does, once somebody states that it was taken. Only three change where another milestone stands: `suspension`
 * (it is not owed meanwhile), `snapback` (what was done is undone, and counts as not done), `reinstatement` (either ends).
 */
export const RemedyDoes = z.enum(['consultation', 'second-inspection', 'suspension', 'snapback', 'reinstatement', 'other'])
export type RemedyDoes = z.infer<typeof RemedyDoes>

export const Remedy = z.strictObject({
  step: Line,
  does: RemedyDoes,
  /** The milestone suspended, snapped back or reinstated. */
  milestone: MilestoneId.optional(),
  /** How long there is for it once it falls due; the step after it falls due when that time has run out. */
  withinDays: z.int().min(0).max(MAX_DAYS).optional(),
  /** Who takes the step. Without it, the verifier or the chair states that it was taken. */
  by: PartyId.optional(),
})
export type Remedy = z.infer<typeof Remedy>

/** A step in words only, or with what it does. */
export const RemedialStep = z.union([Line, Remedy])
export type RemedialStep = z.infer<typeof RemedialStep>

/** Who may read of a milestone outside the table, once the parties have agreed to publish: everybody, or nobody but themselves. */
export const Publicity = z.enum(['public', 'parties'])
export type Publicity = z.infer<typeof Publicity>

export const MilestoneTerms = z.strictObject({
  title: z.string().trim().min(1).max(MAX_TITLE),
  /** The words of the clause that promise this step. */
  quote: z.string().max(MAX_QUOTE).optional(),
  performers: z.array(PartyId).min(1).max(MAX_LIST),
  verifier: PartyId,
  due: Due,
  /** What is asked for, one item a line. */
  evidence: z.array(Line).max(MAX_LIST),
  parts: Parts.optional(),
  dependsOn: z.array(Dependency).max(MAX_LIST),
  review: Review.optional(),
  /** What follows if the step is missed, in order. */
  remedialSteps: z.array(RemedialStep).max(MAX_LIST),
  streak: Streak.optional(),
  /** Steps of other performers that are owed in exchange for this one. */
  reciprocalWith: z.array(MilestoneId).max(MAX_LIST).optional(),
  /** What the verifier looks for. */
  criteria: z.array(Line).min(1).max(MAX_LIST).optional(),
  /** What the levels 0, 1, 2 and 3 mean for this step. Without it: not begun, minimal, intermediate, full (Peace Accords Matrix). */
  scale: z.tuple([Line, Line, Line, Line]).optional(),
  /** In how many days after a finding it may be disputed. */
  disputeDays: z.int().min(0).max(MAX_DAYS).optional(),
  /** The milestone that this one replaces once its clause is agreed. */
  replaces: MilestoneId.optional(),
  /** Without it: for the parties only. */
  publicity: Publicity.optional(),
})
export type MilestoneTerms = z.infer<typeof MilestoneTerms>

/** A remedial step with what it does, also where the terms give only words. */
export function remedyOf(step: RemedialStep): Remedy {
  return typeof step === 'string' ? { step, does: 'other' } : step
}

/** The milestones that must come first: those depended on, and the one a due date counts from. */
export function waitsFor(terms: MilestoneTerms): readonly MilestoneId[] {
  return prerequisites(terms).map(({ milestone }) => milestone)
}

/** What must have happened first: the dependencies, and the event a due date counts from, each once. */
export function prerequisites({ dependsOn, due }: Pick<MilestoneTerms, 'dependsOn' | 'due'>): readonly Dependency[] {
  if (due.on !== 'milestone') return dependsOn
  const said = dependsOn.some(({ milestone, after }) => milestone === due.milestone && after === due.after)
  return said ? dependsOn : [...dependsOn, { milestone: due.milestone, after: due.after }]
}
