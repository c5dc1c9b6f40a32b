/** The terms of a milestone while they are being filled in: what the fields hold. Fields hold text and may be half done. */
import type { Anchor, Due, MilestoneId, PartyId, RemedyDoes } from '@entente/agreement'

export type DraftDependency = { readonly milestone: string; readonly after: 'reported' | 'verified' }

export type DraftRemedy = {
  readonly step: string
  readonly does: RemedyDoes
  readonly milestone: string
  readonly withinDays: string
  readonly by: string
}

/** A site, a crossing, a list: `by` is the performer who owes it, or empty. */
export type DraftPart = { readonly name: string; readonly by: string }

export type DueKind = Due['on']

export type DraftTerms = {
  readonly title: string
  readonly performers: readonly PartyId[]
  readonly verifier: string
  readonly due: DueKind
  readonly day: string
  readonly time: string
  /** Of the day and the time; empty is UTC. */
  readonly zone: string
  readonly anchor: string
  readonly before: string
  readonly after: 'reported' | 'verified'
  readonly offsetDays: string
  /** What is due again and again is first due on a day or counted from an anchor day. */
  readonly first: 'day' | 'anchor'
  readonly everyDays: string
  readonly times: string
  readonly withinDays: string
  /** One item per line. */
  readonly evidence: string
  readonly parts: readonly DraftPart[]
  /** What the parts are called: "sites". */
  readonly partsCalled: string
  readonly criteria: string
  readonly remedies: readonly DraftRemedy[]
  readonly dependsOn: readonly DraftDependency[]
  readonly reviewEvery: string
  readonly reviewBy: string
  readonly reviewUntil: string
  readonly reviewUntilDay: string
  readonly streakDays: string
  readonly streakResetBy: string
  readonly reciprocalWith: readonly MilestoneId[]
  readonly quote: string
  /** What the four levels mean; all empty for the usual scale. */
  readonly scale: readonly [string, string, string, string]
  readonly disputeDays: string
  readonly replaces: string
  readonly publicity: '' | 'public' | 'parties'
}

export const blankRemedy: DraftRemedy = { step: '', does: 'other', milestone: '', withinDays: '', by: '' }
export const blankPart: DraftPart = { name: '', by: '' }

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
    zone: '',
    anchor: anchor ?? '',
    before: '',
    after: 'verified',
    offsetDays: '0',
    first: anchor === undefined ? 'day' : 'anchor',
    everyDays: '',
    times: '',
    withinDays: '',
    evidence: '',
    parts: [],
    partsCalled: '',
    criteria: '',
    remedies: [],
    dependsOn: [],
    reviewEvery: '',
    reviewBy: '',
    reviewUntil: '',
    reviewUntilDay: '',
    streakDays: '',
    streakResetBy: '',
    reciprocalWith: [],
    quote: '',
    scale: ['', '', '', ''],
    disputeDays: '',
    replaces: '',
    publicity: '',
  }
}
