/** Commands on the structure of the text: sections, and the clauses in them. A moved clause loses nobody's typing and no consent. */
import { z } from 'zod'
import { command, record, refuse, type Decision, type Situation } from './command.ts'
import { ClauseId, SectionId } from './ids.ts'
import { MAX_CLAUSES, MAX_HEADING, MAX_STATEMENT } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import type { Clause } from './clause.ts'
import { renumberings } from './numbering.ts'
import type { Refusal } from './refusal.ts'
import { ClauseKind } from './wording.ts'

const Heading = z.string().trim().min(1).max(MAX_HEADING)

export const addSection = command({
  name: 'section.add',
  says: 'Add a section after another one, or as the first. An annex stands after everything else and is called by its letter.',
  input: z.strictObject({
    heading: Heading,
    number: z.string().trim().max(16).optional(),
    after: SectionId.optional(),
    annex: z.literal(true).optional(),
  }),
  rule({ negotiation, fresh }, { heading, number, after, annex }) {
    const full = tooManySections(negotiation, 1)
    if (full) return refuse(full)
    const wrong = after && knownSection(negotiation, after)
    if (wrong) return refuse(wrong)
    return record({
      kind: 'section-added',
      section: SectionId.parse(`s-${fresh}`),
      heading,
      // An annex is called by its letter.
      ...(number && !annex && { number }),
      ...(after && { after }),
      ...(annex && { annex }),
    })
  },
})

export const retitleSection = command({
  name: 'section.retitle',
  says: 'Change the heading of a section. Headings of sections are not part of any wording.',
  input: z.strictObject({ section: SectionId, heading: Heading }),
  rule({ negotiation }, { section, heading }) {
    const wrong = knownSection(negotiation, section)
    if (wrong) return refuse(wrong)
    const same = negotiation.sections.some((other) => other.section === section && other.heading === heading)
    return same ? refuse({ code: 'nothing-new' }) : record({ kind: 'section-retitled', section, heading })
  },
})

export const moveSection = command({
  name: 'section.move',
  says: 'Move a section with its clauses after another one, or to the front. Annexes stay behind everything else. No consent lapses.',
  input: z.strictObject({ section: SectionId, after: SectionId.optional() }),
  rule({ negotiation }, { section, after }) {
    const wrong = knownSection(negotiation, section) ?? (after && knownSection(negotiation, after))
    if (wrong) return refuse(wrong)
    const { sections } = negotiation
    const annex = (id: SectionId | undefined) => sections.some((one) => one.section === id && one.annex)
    const alike = sections.filter((one) => one.annex === annex(section)).map((one) => one.section)
    // After a section of the other kind means in front of its own.
    const before = after !== undefined && annex(after) === annex(section) ? after : undefined
    if (before === section || alike[alike.indexOf(section) - 1] === before) return refuse({ code: 'nothing-new' })
    return record({ kind: 'section-moved', section, ...(after !== undefined && { after }) })
  },
})

export const renumberText = command({
  name: 'text.renumber',
  says: 'Make the numbers of the clauses and the letters of the annexes consecutive, after clauses were added, moved or withdrawn.',
  input: z.strictObject({}),
  rule({ negotiation }) {
    return renumberings(negotiation).length === 0 ? refuse({ code: 'nothing-new' }) : record({ kind: 'text-renumbered' })
  },
})

export const addClause = command({
  name: 'clause.add',
  says: 'Add an empty clause after another one of the section, or as its first.',
  input: z.strictObject({
    section: SectionId,
    kind: ClauseKind,
    heading: z.string().trim().max(MAX_HEADING).default(''),
    after: ClauseId.optional(),
  }),
  rule({ negotiation, fresh }, { section, kind, heading, after }) {
    const full = tooManyClauses(negotiation, 1)
    if (full) return refuse(full)
    const wrong = knownSection(negotiation, section) ?? (after && knownIn(negotiation, section, after))
    if (wrong) return refuse(wrong)
    return record({
      kind: 'clause-added',
      clause: ClauseId.parse(`c-${fresh}`),
      section,
      clauseKind: kind,
      heading,
      ...(after && { after }),
    })
  },
})

export const retitleClause = command({
  name: 'clause.retitle',
  says: 'Change the heading of a clause. The heading is part of the wording, so consent to the clause lapses.',
  input: z.strictObject({ clause: ClauseId, heading: z.string().trim().max(MAX_HEADING) }),
  rule(situation, { clause, heading }) {
    return onUnfrozenClause(situation, clause, (was) =>
      was.heading === heading ? refuse({ code: 'nothing-new' }) : record({ kind: 'clause-retitled', clause, heading }),
    )
  },
})

export const moveClause = command({
  name: 'clause.move',
  says: 'Move a clause after another one, or to the front of a section. Numbers that are known stay; no consent lapses.',
  input: z.strictObject({ clause: ClauseId, section: SectionId, after: ClauseId.optional() }),
  rule(situation, { clause, section, after }) {
    return onStandingClause(situation, clause, () => {
      const { negotiation } = situation
      if (after === clause) return refuse({ code: 'nothing-new' })
      const wrong = knownSection(negotiation, section) ?? (after && knownIn(negotiation, section, after))
      if (wrong) return refuse(wrong)
      const place = negotiation.clauses.filter((other) => other.section === section)
      const at = place.findIndex((other) => other.clause === clause)
      if (at !== -1 && place[at - 1]?.clause === after) return refuse({ code: 'nothing-new' })
      return record({ kind: 'clause-moved', clause, section, ...(after && { after }) })
    })
  },
})

export const withdrawClause = command({
  name: 'clause.withdraw',
  says: 'Withdraw a clause from the text. Its words and everything said of it stay on record; it can be restored.',
  input: z.strictObject({ clause: ClauseId, reason: z.string().trim().max(MAX_STATEMENT).default('') }),
  rule(situation, { clause, reason }) {
    return onUnfrozenClause(situation, clause, () => record({ kind: 'clause-withdrawn', clause, reason }))
  },
})

export function clauseOf({ clauses }: Pick<Negotiation, 'clauses'>, id: ClauseId): Clause | undefined {
  return clauses.find(({ clause }) => clause === id)
}

/** Why nothing can be said of this clause, if nothing can: it is unknown, or withdrawn. */
export function standingClause(negotiation: Negotiation, id: ClauseId): Refusal | undefined {
  const found = clauseOf(negotiation, id)
  if (found === undefined) return { code: 'unknown', what: 'clause', id }
  return found.standing.is === 'withdrawn' ? { code: 'clause-withdrawn', clause: id } : undefined
}

/** Why the wording of this clause cannot change, if it cannot: it is unknown, withdrawn, or frozen. */
export function unfrozenClause(negotiation: Negotiation, id: ClauseId): Refusal | undefined {
  return standingClause(negotiation, id) ?? (negotiation.freezes.has(id) ? { code: 'clause-frozen', clause: id } : undefined)
}

/** Decides about a clause as it stands. */
export function onStandingClause({ negotiation }: Situation, id: ClauseId, then: (clause: Clause) => Decision): Decision {
  const found = clauseOf(negotiation, id)
  if (found === undefined) return refuse({ code: 'unknown', what: 'clause', id })
  return found.standing.is === 'withdrawn' ? refuse({ code: 'clause-withdrawn', clause: id }) : then(found)
}

/** The same where the wording of the clause would change. */
export function onUnfrozenClause(situation: Situation, id: ClauseId, then: (clause: Clause) => Decision): Decision {
  return onStandingClause(situation, id, (clause) =>
    situation.negotiation.freezes.has(id) ? refuse({ code: 'clause-frozen', clause: id }) : then(clause),
  )
}

/** Why there cannot be so many clauses more. Withdrawn ones count: they stay on record. */
export function tooManyClauses({ clauses }: Pick<Negotiation, 'clauses'>, more: number): Refusal | undefined {
  return clauses.length + more > MAX_CLAUSES ? { code: 'too-many', what: 'clause', limit: MAX_CLAUSES } : undefined
}

/** Why there cannot be so many sections more. Removed ones count: they stay on record. */
export function tooManySections({ sections, removedSections }: Negotiation, more: number): Refusal | undefined {
  const all = sections.length + removedSections.size + more
  return all > MAX_CLAUSES ? { code: 'too-many', what: 'section', limit: MAX_CLAUSES } : undefined
}

export function knownSection({ sections }: Negotiation, id: SectionId): Refusal | undefined {
  return sections.some(({ section }) => section === id) ? undefined : { code: 'unknown', what: 'section', id }
}

export function knownIn({ clauses }: Negotiation, section: SectionId, id: ClauseId): Refusal | undefined {
  return clauses.some((clause) => clause.clause === id && clause.section === section) ? undefined : { code: 'unknown', what: 'clause', id }
}
