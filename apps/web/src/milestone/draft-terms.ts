/**
 * The terms of a milestone while they are being filled in: what the fields hold, and the terms that come of them.
 *
 * Fields hold text and may be half done; terms are whole or there are none.
 */
import { firstIssue, MilestoneTerms, type Anchor, type Milestone, type MilestoneId, type PartyId } from '@entente/agreement'

export type DraftDependency = { readonly milestone: string; readonly after: 'reported' | 'verified' }

export type DraftTerms = {
  readonly title: string
  readonly performers: readonly PartyId[]
  readonly verifier: string
  readonly due: 'day' | 'anchor' | 'milestone'
  readonly day: string
  readonly time: string
  readonly anchor: string
  readonly before: string
  readonly after: 'reported' | 'verified'
  readonly offsetDays: string
  /** One item per line. */
  readonly evidence: string
  readonly remedialSteps: string
  readonly dependsOn: readonly DraftDependency[]
  readonly reviewEvery: string
  readonly reviewBy: string
  readonly reviewUntil: string
  readonly streakDays: string
  readonly streakResetBy: string
  readonly reciprocalWith: readonly MilestoneId[]
  readonly quote: string
}

/** An empty form: due on the first anchor day there is, else on a calendar day. */
export function blankTerms(anchors: ReadonlyMap<Anchor['anchor'], Anchor>): DraftTerms {
  const [anchor] = anchors.keys()
  return {
    title: '',
    performers: [],
    verifier: '',
    due: anchor === undefined ? 'day' : 'anchor',
    day: '',
    time: '',
    anchor: anchor ?? '',
    before: '',
    after: 'verified',
    offsetDays: '0',
    evidence: '',
    remedialSteps: '',
    dependsOn: [],
    reviewEvery: '',
    reviewBy: '',
    reviewUntil: '',
    streakDays: '',
    streakResetBy: '',
    reciprocalWith: [],
    quote: '',
  }
}

/** The fields of a milestone that stands. `termsOf` makes the same terms of them again. */
export function draftOf({ terms }: Pick<Milestone, 'terms'>, anchors: ReadonlyMap<Anchor['anchor'], Anchor>): DraftTerms {
  const { due, review, streak } = terms
  return {
    ...blankTerms(anchors),
    title: terms.title,
    performers: terms.performers,
    verifier: terms.verifier,
    due: due.on,
    ...(due.on === 'day' && { day: due.day, time: due.time ?? '' }),
    ...(due.on === 'anchor' && { anchor: due.anchor, offsetDays: String(due.offsetDays), time: due.time ?? '' }),
    ...(due.on === 'milestone' && { before: due.milestone, after: due.after, offsetDays: String(due.offsetDays) }),
    evidence: terms.evidence.join('\n'),
    remedialSteps: terms.remedialSteps.join('\n'),
    dependsOn: terms.dependsOn,
    ...(review && {
      reviewEvery: String(review.everyDays),
      reviewBy: review.by,
      reviewUntil: review.untilOffsetDays === undefined ? '' : String(review.untilOffsetDays),
    }),
    ...(streak && { streakDays: String(streak.days), streakResetBy: streak.resetBy.join('\n') }),
    reciprocalWith: terms.reciprocalWith ?? [],
    quote: terms.quote ?? '',
  }
}

/** The terms the fields make, or what is missing in them. */
export function termsOf(
  draft: DraftTerms,
): { readonly ok: true; readonly terms: MilestoneTerms } | { readonly ok: false; readonly missing: string } {
  const missing = gapIn(draft)
  if (missing !== undefined) return { ok: false, missing }
  const parsed = MilestoneTerms.safeParse({
    title: draft.title,
    ...(draft.quote.trim() !== '' && { quote: draft.quote.trim() }),
    performers: draft.performers,
    verifier: draft.verifier,
    due: dueOf(draft),
    evidence: linesOf(draft.evidence),
    dependsOn: draft.dependsOn.filter(({ milestone }) => milestone !== ''),
    ...(draft.reviewEvery.trim() !== '' && {
      review: {
        everyDays: Number(draft.reviewEvery),
        by: draft.reviewBy,
        ...(draft.reviewUntil.trim() !== '' && { untilOffsetDays: Number(draft.reviewUntil) }),
      },
    }),
    remedialSteps: linesOf(draft.remedialSteps),
    ...(draft.streakDays.trim() !== '' && { streak: { days: Number(draft.streakDays), resetBy: linesOf(draft.streakResetBy) } }),
    ...(draft.reciprocalWith.length > 0 && { reciprocalWith: draft.reciprocalWith }),
  })
  return parsed.success ? { ok: true, terms: parsed.data } : { ok: false, missing: `Check the form: ${firstIssue(parsed.error)}` }
}

function gapIn(draft: DraftTerms): string | undefined {
  if (draft.title.trim() === '') return 'Give the milestone a title'
  if (draft.performers.length === 0) return 'Choose who performs it'
  if (draft.verifier === '') return 'Choose who verifies it'
  if (draft.due === 'day' && draft.day === '') return 'Choose the day it is due'
  if (draft.due === 'anchor' && draft.anchor === '') return 'Choose the anchor day it counts from'
  if (draft.due === 'milestone' && draft.before === '') return 'Choose the milestone it counts from'
  if (draft.reviewEvery.trim() !== '' && draft.reviewBy === '') return 'Choose who reviews it'
  return undefined
}

function dueOf({ due, day, time, anchor, before, after, offsetDays }: DraftTerms): unknown {
  const at = time === '' ? {} : { time }
  const offset = Number(offsetDays.trim() === '' ? '0' : offsetDays)
  switch (due) {
    case 'day':
      return { on: due, day, ...at }
    case 'anchor':
      return { on: due, anchor, offsetDays: offset, ...at }
    case 'milestone':
      return { on: due, milestone: before, after, offsetDays: offset }
    default:
      return due satisfies never
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
