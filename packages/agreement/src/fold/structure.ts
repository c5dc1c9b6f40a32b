/** Sections and clauses, kept in the order of the text. */
import { moved } from '../belongings.ts'
import type { BracketNames } from '../bracket-names.ts'
import { amendmentNames } from '../amendment.ts'
import type { structureFacts } from '../fact/structure.ts'
import type { ClauseId, SectionId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Clause, Section } from '../clause.ts'
import { consecutive, lettered, numbered, numbersKnown, reservedLetters } from '../numbering.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const structure: Folds<typeof structureFacts> = {
  'section-added': (was, fact) => {
    const section: Section = { section: fact.section, heading: fact.heading, number: fact.number, annex: fact.annex ?? false }
    return reordered(
      was,
      insert(was.sections, section, (other) => other.section === fact.after, fact.after),
    )
  },
  'section-moved': (was, fact) => {
    const section = was.sections.find((one) => one.section === fact.section)
    if (section === undefined) return {}
    const others = was.sections.filter((one) => one !== section)
    return reordered(
      was,
      insert(others, section, (other) => other.section === fact.after, fact.after),
    )
  },
  'text-renumbered': (was) => consecutive(was),
  'section-retitled': (was, fact) => ({
    sections: was.sections.map((section) => (section.section === fact.section ? { ...section, heading: fact.heading } : section)),
  }),
  'clause-added': (was, fact) => {
    const { clause, section, heading } = fact
    return place(
      was,
      { clause, section, kind: fact.clauseKind, heading, number: undefined, cut: undefined, standing: { is: 'standing' } },
      fact.after,
    )
  },
  'clause-retitled': (was, fact) => ({ clauses: edit(was.clauses, fact.clause, (clause) => ({ ...clause, heading: fact.heading })) }),
  'clause-moved': (was, fact) => {
    const moved = was.clauses.find(({ clause }) => clause === fact.clause)
    if (moved === undefined) return {}
    const others = { ...was, clauses: was.clauses.filter(({ clause }) => clause !== fact.clause) }
    const annex = (section: SectionId) => was.sections.find((one) => one.section === section && one.annex)?.section
    const number = annex(moved.section) === annex(fact.section) ? moved.number : undefined
    return place(others, { ...moved, section: fact.section, number }, fact.after)
  },
  'clause-withdrawn': (was, fact, said) => ({
    clauses: edit(was.clauses, fact.clause, (clause) => ({
      ...clause,
      standing: { is: 'withdrawn', said, reason: fact.reason, joined: undefined },
    })),
  }),
  'clause-restored': (was, fact) => ({
    clauses: withNumbers({ ...was, clauses: edit(was.clauses, fact.clause, (clause) => ({ ...clause, standing: { is: 'standing' } })) }),
  }),
  'clause-split': (was, { clause, into, through, renamed, moved: gone }) => {
    const pen = was.pens.clauses.get(clause)
    return {
      ...moved({ ...was, brackets: named(was.brackets, renamed, into) }, gone, into),
      ...(pen && { pens: { ...was.pens, clauses: put(was.pens.clauses, into, pen) } }),
      clauses: edit(was.clauses, into, (one) => ({ ...one, cut: { from: clause, through, renamed } })),
    }
  },
  'clause-joined': (was, fact, said) => ({
    ...moved(was, fact.moved, fact.clause),
    clauses: edit(was.clauses, fact.next, (one) => ({ ...one, standing: { is: 'withdrawn', said, reason: '', joined: fact } })),
  }),
  'clause-taken-out': (was, { taken, moved: back }) => moved(was, back, taken),
  'clause-duplicated': (was, { copy, renamed }) => ({ brackets: named(was.brackets, renamed, copy) }),
}

/** Brackets that are in two clauses now: what was said of them in one is said of those in the other. */
function named(was: Negotiation['brackets'], renamed: BracketNames, clause: ClauseId): Negotiation['brackets'] {
  const brackets = new Map(was)
  for (const { bracket, as } of renamed) {
    const said = was.get(bracket)
    if (said !== undefined) brackets.set(as, { ...said, bracket: as, clause })
  }
  return brackets
}

function edit(clauses: readonly Clause[], id: ClauseId, how: (clause: Clause) => Clause): readonly Clause[] {
  return clauses.map((clause) => (clause.clause === id ? how(clause) : clause))
}

function insert<Item>(items: readonly Item[], item: Item, isBefore: (other: Item) => boolean, after: unknown): readonly Item[] {
  const found = after === undefined ? -1 : items.findIndex(isBefore)
  const at = after !== undefined && found === -1 ? items.length : found + 1
  return [...items.slice(0, at), item, ...items.slice(at)]
}

/** Without `after` a clause stands first in its section; after one that stands elsewhere, last in its own. */
function place(was: Negotiation, clause: Clause, after: ClauseId | undefined): Partial<Negotiation> {
  const sameSection = was.clauses.filter(({ section }) => section === clause.section)
  const others = was.clauses.filter(({ section }) => section !== clause.section)
  const placed = insert(sameSection, clause, (other) => other.clause === after, after)
  return { clauses: withNumbers({ ...was, clauses: inTextOrder(was.sections, [...others, ...placed]) }) }
}

/** Annexes stand after everything else. */
function reordered(was: Negotiation, sections: readonly Section[]): Partial<Negotiation> {
  const ordered = lettered(
    sections.toSorted((one, other) => Number(one.annex) - Number(other.annex)),
    numbersKnown(was),
    reservedLetters(was),
  )
  return { sections: ordered, clauses: inTextOrder(ordered, was.clauses) }
}

function withNumbers(was: Negotiation): readonly Clause[] {
  return numbered(was, (clause, number) => [...amendmentNames(was, clause, number).values()])
}

function inTextOrder(sections: readonly Section[], clauses: readonly Clause[]): readonly Clause[] {
  const rank = new Map<SectionId, number>(sections.map(({ section }, index) => [section, index]))
  return clauses.toSorted((a, b) => (rank.get(a.section) ?? sections.length) - (rank.get(b.section) ?? sections.length))
}
