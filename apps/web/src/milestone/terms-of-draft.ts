/**
 * The terms that come of the fields, and the fields that terms fill.
 *
 * Terms are whole or there are none. What is left empty is absent from the terms, because an absent and an empty field would be two
 * wordings.
 */
import { inputOf, MilestoneTerms, remedyOf, type Anchor, type Due, type Milestone, type RemedialStep } from '@entente/agreement'
import { blankTerms, type DraftPart, type DraftRemedy, type DraftTerms } from './draft-terms.ts'

/** The fields of a milestone that stands. `termsOf` makes the same terms of them again. */
export function draftOf({ terms }: Pick<Milestone, 'terms'>, anchors: ReadonlyMap<Anchor['anchor'], Anchor>): DraftTerms {
  const { review, streak } = terms
  return {
    ...blankTerms(anchors),
    ...dueFields(terms.due),
    title: terms.title,
    performers: terms.performers,
    verifier: terms.verifier,
    evidence: terms.evidence.join('\n'),
    parts: (terms.parts?.each ?? []).map(({ name, by }) => ({ name, by: by ?? '' })),
    partsCalled: terms.parts?.called ?? '',
    criteria: (terms.criteria ?? []).join('\n'),
    remedies: terms.remedialSteps.map(draftRemedy),
    dependsOn: terms.dependsOn,
    ...(review && {
      reviewEvery: String(review.everyDays),
      reviewBy: review.by,
      reviewUntil: numeral(review.untilOffsetDays),
      reviewUntilDay: review.until ?? '',
    }),
    ...(streak && { streakDays: String(streak.days), streakResetBy: streak.resetBy.join('\n') }),
    reciprocalWith: terms.reciprocalWith ?? [],
    quote: terms.quote ?? '',
    scale: terms.scale ?? ['', '', '', ''],
    disputeDays: numeral(terms.disputeDays),
    replaces: terms.replaces ?? '',
    publicity: terms.publicity ?? '',
  }
}

/** The terms the fields make, or what is missing in them. */
export function termsOf(
  draft: DraftTerms,
): { readonly ok: true; readonly terms: MilestoneTerms } | { readonly ok: false; readonly missing: string } {
  const missing = gapIn(draft)
  if (missing !== undefined) return { ok: false, missing }
  const criteria = linesOf(draft.criteria)
  const parts = namedParts(draft)
  const made = inputOf(MilestoneTerms, {
    title: draft.title,
    ...(draft.quote.trim() !== '' && { quote: draft.quote.trim() }),
    performers: draft.performers,
    verifier: draft.verifier,
    due: dueOf(draft),
    evidence: linesOf(draft.evidence),
    ...(parts.length > 0 && {
      parts: { called: draft.partsCalled, each: parts.map(({ name, by }) => ({ name, ...(by !== '' && { by }) })) },
    }),
    dependsOn: draft.dependsOn.filter(({ milestone }) => milestone !== ''),
    ...(draft.reviewEvery.trim() !== '' && {
      review: {
        everyDays: Number(draft.reviewEvery),
        by: draft.reviewBy,
        ...number('untilOffsetDays', draft.reviewUntil),
        ...(draft.reviewUntilDay !== '' && { until: draft.reviewUntilDay }),
      },
    }),
    remedialSteps: draft.remedies.filter(({ step }) => step.trim() !== '').map(remedialStep),
    ...(draft.streakDays.trim() !== '' && { streak: { days: Number(draft.streakDays), resetBy: linesOf(draft.streakResetBy) } }),
    ...(draft.reciprocalWith.length > 0 && { reciprocalWith: draft.reciprocalWith }),
    ...(criteria.length > 0 && { criteria }),
    ...(draft.scale.some((words) => words.trim() !== '') && { scale: draft.scale }),
    ...number('disputeDays', draft.disputeDays),
    ...(draft.replaces !== '' && { replaces: draft.replaces }),
    ...(draft.publicity !== '' && { publicity: draft.publicity }),
  })
  return made.ok ? { ok: true, terms: made.input } : { ok: false, missing: `Check the form: ${made.detail}` }
}

function gapIn(draft: DraftTerms): string | undefined {
  if (draft.title.trim() === '') return 'Give the milestone a title'
  if (draft.performers.length === 0) return 'Choose who performs it'
  if (draft.verifier === '') return 'Choose who verifies it'
  const counts = draft.due === 'recurring' ? draft.first : draft.due
  if (counts === 'day' && draft.day === '') return draft.due === 'recurring' ? 'Choose the day it is first due' : 'Choose the day it is due'
  if (counts === 'anchor' && draft.anchor === '') return 'Choose the anchor day it counts from'
  if (draft.due === 'milestone' && draft.before === '') return 'Choose the milestone it counts from'
  if (draft.due === 'recurring' && draft.everyDays.trim() === '') return 'Say every how many days it is due'
  if (draft.due === 'request' && draft.withinDays.trim() === '') return 'Say within how many days of a request it is due'
  if (draft.reviewEvery.trim() !== '' && draft.reviewBy === '') return 'Choose who reviews it'
  if (namedParts(draft).length > 0 && draft.partsCalled.trim() === '') return 'Say what the parts are called: sites, crossings, lists'
  if (draft.scale.some((words) => words.trim() !== '') && draft.scale.some((words) => words.trim() === ''))
    return 'Say what each of the four levels means, or of none'
  return undefined
}

function namedParts({ parts }: DraftTerms): readonly DraftPart[] {
  return parts.filter(({ name }) => name.trim() !== '')
}

function dueOf(draft: DraftTerms): unknown {
  const { due, before, after, times } = draft
  switch (due) {
    case 'day':
    case 'anchor':
      return singleDue(due, draft)
    case 'milestone':
      return { on: due, milestone: before, after, offsetDays: offsetOf(draft), ...clockOf(draft) }
    case 'recurring':
      return { on: due, first: singleDue(draft.first, draft), everyDays: Number(draft.everyDays), ...number('times', times) }
    case 'request':
      return { on: due, withinDays: Number(draft.withinDays), ...clockOf(draft) }
    default:
      return due satisfies never
  }
}

function singleDue(on: 'day' | 'anchor', draft: DraftTerms): unknown {
  return on === 'day'
    ? { on, day: draft.day, ...clockOf(draft) }
    : { on, anchor: draft.anchor, offsetDays: offsetOf(draft), ...clockOf(draft) }
}

function dueFields(due: Due): Partial<DraftTerms> {
  const clock = (of: { readonly time?: string | undefined; readonly zone?: string | undefined }) => ({
    time: of.time ?? '',
    zone: of.zone ?? '',
  })
  switch (due.on) {
    case 'day':
      return { due: due.on, day: due.day, ...clock(due) }
    case 'anchor':
      return { due: due.on, anchor: due.anchor, offsetDays: String(due.offsetDays), ...clock(due) }
    case 'milestone':
      return { due: due.on, before: due.milestone, after: due.after, offsetDays: String(due.offsetDays), ...clock(due) }
    case 'recurring':
      return { ...dueFields(due.first), due: due.on, first: due.first.on, everyDays: String(due.everyDays), times: numeral(due.times) }
    case 'request':
      return { due: due.on, withinDays: String(due.withinDays), ...clock(due) }
    default:
      return due satisfies never
  }
}

function draftRemedy(given: RemedialStep): DraftRemedy {
  const { step, does, milestone, withinDays, by } = remedyOf(given)
  return { step, does, milestone: milestone ?? '', withinDays: numeral(withinDays), by: by ?? '' }
}

/** A step that is words only stays words only: terms written before steps could do something keep their fingerprint. */
function remedialStep({ step, does, milestone, withinDays, by }: DraftRemedy): unknown {
  if (does === 'other' && milestone === '' && withinDays.trim() === '' && by === '') return step
  return { step, does, ...(milestone !== '' && { milestone }), ...number('withinDays', withinDays), ...(by !== '' && { by }) }
}

function clockOf({ time, zone }: DraftTerms) {
  return { ...(time !== '' && { time }), ...(zone.trim() !== '' && zone.trim() !== 'UTC' && { zone: zone.trim() }) }
}

function offsetOf({ offsetDays }: DraftTerms): number {
  return Number(offsetDays.trim() === '' ? '0' : offsetDays)
}

function number<Name extends string>(name: Name, written: string): { readonly [name in Name]?: number } | object {
  return written.trim() === '' ? {} : { [name]: Number(written) }
}

function numeral(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
