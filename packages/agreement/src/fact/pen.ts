/** Who may type in the base text: of everything, of a section, or of a clause. */
import { ClauseId, PartyId, SectionId } from '../ids.ts'
import { Drafting } from './decision.ts'
import { told } from './told.ts'

export const penFacts = [
  told('drafting-set', {
    clause: ClauseId.optional(),
    section: SectionId.optional(),
    /** Without it, the place follows what it stands in again. */
    drafting: Drafting.optional(),
    /** The delegation that holds the pen; without one, the chair's office. */
    holder: PartyId.optional(),
  }),
] as const
