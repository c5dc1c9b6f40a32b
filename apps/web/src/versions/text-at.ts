/** The whole text as it read at a moment, or as it reads now: its clauses in order, each with its number, its section and its wording. */
import {
  milestonesOf,
  numbersOf,
  replay,
  type ClauseId,
  type Entry,
  type Negotiation,
  type Timestamp,
  type Wording,
} from '@entente/agreement'
import { wordingOf, type Text } from '@entente/draft'
import { sectionTitle } from '../table/naming.ts'
import type { ToldTexts } from './shapes.ts'

export type ReadClause = {
  readonly clause: ClauseId
  /** "4", "PP2". */
  readonly number: string
  /** The heading of its section, with the number. */
  readonly section: string
  readonly wording: Wording
}

/** Standing clauses only, in the order of the text. */
export type ReadText = readonly ReadClause[]

/** The text at a moment: the words as the server had them then; headings, order and terms as the record had them. Replays the record. */
export function textAt({ at, clauses }: ToldTexts, entries: readonly Entry[]): ReadText {
  return textOf(recordAt(entries, at), (clause, { kind, heading, milestones }) =>
    wordingOf({ kind, heading, text: clauses[clause] ?? noWords, milestones }),
  )
}

/** The text as it reads now. */
export function textNow(negotiation: Negotiation, readings: ReadonlyMap<ClauseId, { readonly wording: Wording }>): ReadText {
  return textOf(negotiation, (clause) => readings.get(clause)?.wording)
}

/** What was on record at a moment. */
function recordAt(entries: readonly Entry[], at: Timestamp): Negotiation {
  return replay(entries.filter((entry) => entry.at <= at))
}

type WithoutWords = Pick<Wording, 'kind' | 'heading'> & { readonly milestones: Parameters<typeof wordingOf>[0]['milestones'] }

function textOf(then: Negotiation, wordingIn: (clause: ClauseId, about: WithoutWords) => Wording | undefined): ReadText {
  const numbers = numbersOf(then)
  const sections = new Map(then.sections.map((section) => [section.section, sectionTitle(section)]))
  return then.clauses.flatMap(({ clause, kind, heading, section, standing }): ReadText => {
    if (standing.is === 'withdrawn') return []
    const milestones = milestonesOf(then, clause)
    const wording = wordingIn(clause, { kind, heading, milestones })
    return wording === undefined ? [] : [{ clause, number: numbers.get(clause) ?? '', section: sections.get(section) ?? '', wording }]
  })
}

const noWords: Text = []
