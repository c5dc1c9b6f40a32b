/**
 * Bringing in a text that was drafted elsewhere: its sections and clauses in one statement, so that all of them are there or none.
 *
 * Their words are not part of the statement. Whoever brings them in types them like any others, under their own name.
 */
import { z } from 'zod'
import { knownIn, tooManyClauses, tooManySections } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import type { Fact } from './fact.ts'
import { ClauseId, SectionId } from './ids.ts'
import { MAX_CLAUSES, MAX_HEADING } from './limits.ts'
import { ClauseKind } from './wording.ts'

const Clauses = z.array(z.strictObject({ kind: ClauseKind, heading: z.string().trim().max(MAX_HEADING).default('') })).max(MAX_CLAUSES)

export const bringIn = command({
  name: 'text.bring-in',
  says: 'Add the structure of a text that was drafted elsewhere: empty clauses to a section there is, and sections with empty clauses after a section, or as the first.',
  input: z
    .strictObject({
      after: SectionId.optional(),
      /** Clauses for a section there is, after one of its clauses or as its first. */
      into: z.strictObject({ section: SectionId, after: ClauseId.optional(), clauses: Clauses.min(1) }).optional(),
      sections: z
        .array(
          z.strictObject({
            heading: z.string().trim().min(1).max(MAX_HEADING),
            number: z.string().trim().max(16).optional(),
            annex: z.literal(true).optional(),
            clauses: Clauses,
          }),
        )
        .max(MAX_CLAUSES),
    })
    .refine(({ into, sections }) => into !== undefined || sections.length > 0, 'Nothing is brought in'),
  rule({ negotiation, fresh }, { after, into, sections }) {
    const unknown = [after, into?.section].find((id) => id !== undefined && !negotiation.sections.some(({ section }) => section === id))
    if (unknown !== undefined) return refuse({ code: 'unknown', what: 'section', id: unknown })
    const wrong = into?.after && knownIn(negotiation, into.section, into.after)
    if (wrong) return refuse(wrong)
    const many = tooManySections(negotiation, sections.length)
    if (many) return refuse(many)
    const clauses = sections.reduce((sum, section) => sum + section.clauses.length, into?.clauses.length ?? 0)
    const full = tooManyClauses(negotiation, clauses)
    if (full) return refuse(full)
    let count = 0
    const fresher = () => `${fresh}-${(count += 1)}`
    const added = (section: SectionId, within: z.output<typeof Clauses>, first?: ClauseId): Fact[] => {
      let last = first
      return within.map((one): Fact => {
        const clause = ClauseId.parse(`c-${fresher()}`)
        const place = last && { after: last }
        last = clause
        return { kind: 'clause-added', clause, section, clauseKind: one.kind, heading: one.heading, ...place }
      })
    }
    let before = after
    const here = into === undefined ? [] : added(into.section, into.clauses, into.after)
    const facts = sections.flatMap(({ heading, number, annex, clauses: within }): Fact[] => {
      const section = SectionId.parse(`s-${fresher()}`)
      const place = before && { after: before }
      before = section
      return [
        { kind: 'section-added', section, heading, ...(number && !annex && { number }), ...place, ...(annex && { annex }) },
        ...added(section, within),
      ]
    })
    return record(...here, ...facts)
  },
})
