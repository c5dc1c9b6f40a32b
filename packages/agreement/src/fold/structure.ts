/** Sections and clauses, kept in the order of the text. */
import { moved } from '../belongings.ts'
import type { BracketNames } from '../bracket-names.ts'
import { amendmentNames } from '../amendment.ts'
import type { structureFacts } from '../fact/structure.ts'
import type { ClauseId, SectionId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Clause, Section } from '../clause.ts'
import { consecutive, lettered, lettersTaken, numbered, numbersKnown } from '../numbering.ts'
import type { Folds } from './folds.ts'
import { put, without } from './put.ts'

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
  'section-removed': (was, { section: id, into }) => {
    const section = was.sections.find((one) => one.section === id)
    if (section === undefined) return {}
    const kept = { ...section, number: section.annex && !numbersKnown(was) ? undefined : section.number }
    const removedSections = put(was.removedSections, id, kept)
    return {
      ...reordered(
        { ...was, removedSections, clauses: into === undefined ? was.clauses : clausesGoTo(was, section, into) },
        was.sections.filter((one) => one !== section),
      ),
      ...(into !== undefined && { amendments: proposalsGoTo(was, id, into) }),
      removedSections,
      pens: { ...was.pens, sections: without(was.pens.sections, id) },
    }
  },
  'text-renumbered': (was) => ({ ...consecutive(was), removedSections: withoutLetters(was.removedSections) }),
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
    return place(others, inSection(was, moved, fact.section), fact.after)
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

/** A clause as it is in another section: one that comes into an annex, or out of one, is numbered there. */
function inSection({ sections }: Negotiation, clause: Clause, section: SectionId): Clause {
  const annex = (id: SectionId) => sections.find((one) => one.section === id && one.annex)?.section
  return { ...clause, section, number: annex(clause.section) === annex(section) ? clause.number : undefined }
}

/** The clauses with those of a section in a neighbour of it, where they keep their order and stand last or first. */
function clausesGoTo(was: Negotiation, { section: from }: Section, into: SectionId): readonly Clause[] {
  return was.clauses.map((clause) => (clause.section === from ? inSection(was, clause, into) : clause))
}

/** The amendments, with new clauses proposed for a section proposed for a neighbour of it. One that would have come first comes where the section began. */
function proposalsGoTo({ amendments, sections, clauses }: Negotiation, from: SectionId, into: SectionId): Negotiation['amendments'] {
  const rank = (id: SectionId) => sections.findIndex((one) => one.section === id)
  const last = rank(into) < rank(from) ? clauses.findLast(({ section }) => section === into)?.clause : undefined
  return new Map(
    [...amendments].map(([id, one]) => [
      id,
      one.does === 'insert' && one.section === from ? { ...one, section: into, after: one.after ?? last } : one,
    ]),
  )
}

/** Renumbering gives letters anew, and those of removed annexes are free. */
function withoutLetters(removed: Negotiation['removedSections']): Negotiation['removedSections'] {
  return new Map([...removed].map(([id, one]) => [id, one.annex ? { ...one, number: undefined } : one]))
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
    lettersTaken(was),
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
