/**
 * Removing a section: only its heading goes.
 *
 * No clause of the text is ever removed with it, so while clauses stand in it the answer is no: they are moved or withdrawn first, each by a
 * statement of its own that says so in the record. What is out of the text and still has a place in it goes to a neighbour and is lost to
 * nobody: withdrawn clauses can be restored there, with the consent they had, and a new clause that a delegation proposed for the section
 * stays before the table, because nobody's proposal ends by somebody else's tidying.
 *
 * The neighbour is the section before, else the one after, of the same kind while there is one: a clause of the body does not come back as one
 * of an annex. The only section of a text has no neighbour, so it stays while anything needs a place in it.
 */
import { z } from 'zod'
import { knownSection } from './clauses.ts'
import type { Section } from './clause.ts'
import { command, record, refuse } from './command.ts'
import { SectionId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import { tabledInsertions } from './proposed-clauses.ts'

export const removeSection = command({
  name: 'section.remove',
  says: 'Remove a section in which no clauses stand. Withdrawn clauses of it, and new ones proposed for it, go to a neighbouring section.',
  input: z.strictObject({ section: SectionId }),
  rule({ negotiation }, { section }) {
    const wrong = knownSection(negotiation, section)
    if (wrong) return refuse(wrong)
    const within = negotiation.clauses.filter((clause) => clause.section === section)
    const standing = within.filter((clause) => clause.standing.is === 'standing').length
    if (standing > 0) return refuse({ code: 'section-not-empty', section, clauses: standing })
    if (within.length === 0 && proposalsFor(negotiation, section) === 0) return record({ kind: 'section-removed', section })
    const neighbour = neighbourOf(negotiation, section)
    if (neighbour === undefined) return refuse({ code: 'section-needed', section })
    return record({ kind: 'section-removed', section, into: neighbour.section })
  },
})

/** The section that takes what is left of another one: the one before, else the one after, of the same kind while there is one. */
export function neighbourOf({ sections }: Pick<Negotiation, 'sections'>, section: SectionId): Section | undefined {
  const own = sections.find((one) => one.section === section)
  const beside = (all: readonly Section[]) => {
    const at = all.findIndex((one) => one === own)
    return all[at - 1] ?? all[at + 1]
  }
  return beside(sections.filter(({ annex }) => annex === own?.annex)) ?? beside(sections)
}

/** How many new clauses that are before the table would stand in a section. */
export function proposalsFor(negotiation: Pick<Negotiation, 'amendments'>, section: SectionId): number {
  return tabledInsertions(negotiation).filter((one) => one.section === section).length
}
