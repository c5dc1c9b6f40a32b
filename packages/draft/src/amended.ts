/** How amendments read, and what their changes mean in the text as it stands: the form in which the rules of `agreement` see them. */
import {
  fingerprint,
  milestonesOf,
  type Amended,
  type AmendedReading,
  type AmendmentId,
  type Negotiation,
  type Readings,
  type Rewording,
} from '@entente/agreement'
import type * as Y from 'yjs'
import { hunksBetween, type Hunk } from './hunks.ts'
import { merged, sameText, type Merge } from './merge.ts'
import { readRoot } from './read.ts'
import { readingOf } from './readings.ts'
import { tokensOf } from './tokens.ts'
import type { Text } from './text.ts'
import { textOf, wordingOf } from './wording.ts'

/** The exact words of an amendment as they stand. */
export function amendmentText(doc: Y.Doc, amendment: AmendmentId): Text {
  return readRoot(doc, { kind: 'amendment', amendment })
}

/**
 * The words of the clause that an amendment was made in. An amendment of an amendment was made in those of the first: it reads in place of
 * the whole clause.
 */
export function madeIn({ amendments, wordings }: Pick<Negotiation, 'amendments' | 'wordings'>, amendment: Rewording, now: Text): Text {
  const parent = amendment.to === undefined ? undefined : amendments.get(amendment.to)
  if (parent?.does === 'reword') return madeIn({ amendments, wordings }, parent, now)
  if (amendment.base !== undefined) return amendment.base
  const wording = wordings.get(amendment.against)?.wording
  // Imported amendments know only the wording, without emphasis and names of brackets: where that is still the text, the text is meant.
  if (wording === undefined || fingerprint(wordingOf({ ...wording, text: now })) === amendment.against) return now
  return textOf(wording)
}

/** What an amendment's changes mean in the text as it reads now. */
export function amendmentMerge(
  negotiation: Pick<Negotiation, 'amendments' | 'wordings'>,
  amendment: Rewording,
  now: Text,
  wanted: Text,
): Merge {
  return merged(madeIn(negotiation, amendment, now), now, wanted)
}

/** The changes that incorporating the amendment would make in the text as it reads now, by their numbers. Conflicts are not among them. */
export function amendmentHunks(now: Text, { text }: Pick<Merge, 'text'>): readonly Hunk[] {
  return hunksBetween(tokensOf(now), tokensOf(text))
}

export type AmendedCache = { readonly amended: (doc: Y.Doc, negotiation: Negotiation, readings: Readings) => Amended }

type Kept = { readonly of: readonly unknown[]; readonly text: Text; readonly reading: AmendedReading }

/** Answers for an amendment when asked, and again only when its words, the clause or what is on record of it have changed. */
export function amendedCache(): AmendedCache {
  const kept = new Map<AmendmentId, Kept>()
  return {
    amended: (doc, negotiation, readings) => ({
      get(id) {
        const amendment = negotiation.amendments.get(id)
        if (amendment === undefined || amendment.does === 'delete') return undefined
        const text = amendmentText(doc, id)
        const base = amendment.does === 'reword' ? readings.get(amendment.clause) : undefined
        const of = [amendment, base]
        const before = kept.get(id)
        if (before !== undefined && before.of.every((value, index) => value === of[index]) && sameText(before.text, text))
          return before.reading
        const reading = amendedReading(negotiation, readings, id, text)
        if (reading !== undefined) kept.set(id, { of, text, reading })
        return reading
      },
    }),
  }
}

function amendedReading(negotiation: Negotiation, readings: Readings, id: AmendmentId, text: Text): AmendedReading | undefined {
  const amendment = negotiation.amendments.get(id)
  if (amendment === undefined) return undefined
  switch (amendment.does) {
    case 'reword': {
      const clause = negotiation.clauses.find((one) => one.clause === amendment.clause)
      const base = readings.get(amendment.clause)
      if (clause === undefined || base === undefined) return undefined
      const merge = amendmentMerge(negotiation, amendment, base.text, text)
      const reading = readingOf({ ...clause, text, milestones: milestonesOf(negotiation, clause.clause) })
      return { ...reading, changes: amendmentHunks(base.text, merge).length, conflicts: merge.conflicts.length }
    }
    case 'insert': {
      const { clauseKind: kind, heading } = amendment
      return { ...readingOf({ kind, heading, text, milestones: [] }), changes: 0, conflicts: 0 }
    }
    case 'delete':
      return undefined
    default:
      return amendment satisfies never
  }
}
