/** How the clauses read at this moment, the form in which the rules of `agreement` see the shared text. */
import { fingerprint, milestonesOf, type Clause, type Negotiation, type Reading, type Readings } from '@entente/agreement'
import type * as Y from 'yjs'
import { readRoot } from './read.ts'
import { openBracketsIn } from './text.ts'
import { wordingOf, type Content } from './wording.ts'

/** One reading of a clause: of its base text, or of an amendment to it. */
export function readingOf(content: Content): Reading {
  const wording = wordingOf(content)
  return { fingerprint: fingerprint(wording), wording, text: content.text, openBrackets: openBracketsIn(content.text) }
}

/** The base text of every standing clause. Where it is asked often, `readingCache` answers the same. */
export function readingsOf(doc: Y.Doc, negotiation: Negotiation): Readings {
  return new Map(
    standingClauses(negotiation).map((clause) => [
      clause.clause,
      readingOf({
        ...clause,
        text: readRoot(doc, { kind: 'clause', clause: clause.clause }),
        milestones: milestonesOf(negotiation, clause.clause),
      }),
    ]),
  )
}

/** The clauses that have a reading: all but the withdrawn. */
export function standingClauses(negotiation: Negotiation): readonly Clause[] {
  return negotiation.clauses.filter(({ standing }) => standing.is === 'standing')
}
