/**
 * Bringing in a text that was drafted elsewhere: its sections and clauses in one statement, so that all of them are there or none.
 *
 * Their words are not part of the statement. Whoever brings them in types them like any others, under their own name.
 */
import { z } from 'zod'
import { command, record, refuse } from './command.ts'
import type { Fact } from './fact.ts'
import { ClauseId, SectionId } from './ids.ts'
import { MAX_CLAUSES, MAX_HEADING } from './limits.ts'
import { ClauseKind } from './wording.ts'

export const bringIn = command({
  name: 'text.bring-in',
  says: 'Add sections with empty clauses after a section, or as the first: the structure of a text that was drafted elsewhere.',
  input: z.strictObject({
    after: SectionId.optional(),
    sections: z
      .array(
        z.strictObject({
          heading: z.string().trim().min(1).max(MAX_HEADING),
          number: z.string().trim().max(16).optional(),
          annex: z.literal(true).optional(),
          clauses: z.array(z.strictObject({ kind: ClauseKind, heading: z.string().trim().max(MAX_HEADING).default('') })).max(MAX_CLAUSES),
        }),
      )
      .min(1)
      .max(MAX_CLAUSES),
  }),
  rule({ negotiation, fresh }, { after, sections }) {
    if (after !== undefined && !negotiation.sections.some(({ section }) => section === after))
      return refuse({ code: 'unknown', what: 'section', id: after })
    if (negotiation.sections.length + sections.length > MAX_CLAUSES)
      return refuse({ code: 'too-many', what: 'section', limit: MAX_CLAUSES })
    const clauses = sections.reduce((sum, section) => sum + section.clauses.length, 0)
    if (negotiation.clauses.length + clauses > MAX_CLAUSES) return refuse({ code: 'too-many', what: 'clause', limit: MAX_CLAUSES })
    let count = 0
    const fresher = () => `${fresh}-${(count += 1)}`
    let before = after
    const facts = sections.flatMap(({ heading, number, annex, clauses: within }): Fact[] => {
      const section = SectionId.parse(`s-${fresher()}`)
      const added: Fact = {
        kind: 'section-added',
        section,
        heading,
        ...(number && !annex && { number }),
        ...(before && { after: before }),
        ...(annex && { annex }),
      }
      before = section
      let last: ClauseId | undefined
      return [
        added,
        ...within.map((one): Fact => {
          const clause = ClauseId.parse(`c-${fresher()}`)
          const fact: Fact = {
            kind: 'clause-added',
            clause,
            section,
            clauseKind: one.kind,
            heading: one.heading,
            ...(last && { after: last }),
          }
          last = clause
          return fact
        }),
      ]
    })
    return record(...facts)
  },
})
