/**
 * The terms of a milestone while they are being filled in: what the fields hold, and the terms that come of them.
 *
 * Fields hold text and may be half done; terms are whole or there are none.
 */
import {
  firstIssue,
  MilestoneTerms,
  remedyOf,
  type Anchor,
  type Due,
  type Milestone,
  type MilestoneId,
  type PartyId,
} from '@entente/agreement'

export type DraftDependency = { readonly milestone: string; readonly after: 'reported' | 'verified' }

export type DraftTerms = {
  readonly title: string
  readonly performers: readonly PartyId[]
  readonly verifier: string
  readonly due: Due['on']
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
  /** The terms that stand: what the form does not show of them is kept. */
  readonly was: MilestoneTerms | undefined
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
    was: undefined,
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
    ...(due.on === 'milestone' && {
      before: due.milestone,
      after: due.after,
      offsetDays: String(due.offsetDays),
      time: due.time ?? '',
    }),
    evidence: terms.evidence.join('\n'),
    remedialSteps: terms.remedialSteps.map((step) => remedyOf(step).step).join('\n'),
    dependsOn: terms.dependsOn,
    ...(review && {
      reviewEvery: String(review.everyDays),
      reviewBy: review.by,
      reviewUntil: review.untilOffsetDays === undefined ? '' : String(review.untilOffsetDays),
    }),
    ...(streak && { streakDays: String(streak.days), streakResetBy: streak.resetBy.join('\n') }),
    reciprocalWith: terms.reciprocalWith ?? [],
    quote: terms.quote ?? '',
    was: terms,
  }
}

/** The terms the fields make, or what is missing in them. */
export function termsOf(
  draft: DraftTerms,
): { readonly ok: true; readonly terms: MilestoneTerms } | { readonly ok: false; readonly missing: string } {
  const missing = gapIn(draft)
  if (missing !== undefined) return { ok: false, missing }
  const parsed = MilestoneTerms.safeParse({
    ...unshown(draft.was),
    title: draft.title,
    ...(draft.quote.trim() !== '' && { quote: draft.quote.trim() }),
    performers: draft.performers,
    verifier: draft.verifier,
    due: dueOf(draft),
    evidence: linesOf(draft.evidence),
    dependsOn: draft.dependsOn.filter(({ milestone }) => milestone !== ''),
    ...(draft.reviewEvery.trim() !== '' && {
      review: {
        ...(draft.was?.review?.until !== undefined && { until: draft.was.review.until }),
        everyDays: Number(draft.reviewEvery),
        by: draft.reviewBy,
        ...(draft.reviewUntil.trim() !== '' && { untilOffsetDays: Number(draft.reviewUntil) }),
      },
    }),
    remedialSteps: linesOf(draft.remedialSteps).map(
      (line) => draft.was?.remedialSteps.find((step) => remedyOf(step).step === line) ?? line,
    ),
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

/** Terms that have no field in the form. */
function unshown(was: MilestoneTerms | undefined): Partial<MilestoneTerms> {
  if (was === undefined) return {}
  const { criteria, scale, disputeDays, replaces, publicity } = was
  return {
    ...(criteria && { criteria }),
    ...(scale && { scale }),
    ...(disputeDays !== undefined && { disputeDays }),
    ...(replaces && { replaces }),
    ...(publicity && { publicity }),
  }
}

function dueOf({ due, day, time, anchor, before, after, offsetDays, was }: DraftTerms): unknown {
  const zone = was !== undefined && 'zone' in was.due && was.due.on === due ? was.due.zone : undefined
  const at = { ...(time !== '' && { time }), ...(zone !== undefined && { zone }) }
  const offset = Number(offsetDays.trim() === '' ? '0' : offsetDays)
  switch (due) {
    case 'day':
      return { on: due, day, ...at }
    case 'anchor':
      return { on: due, anchor, offsetDays: offset, ...at }
    case 'milestone':
      return { on: due, milestone: before, after, offsetDays: offset, ...at }
    case 'recurring':
    case 'request':
      return was?.due
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
