import type { FactOf, Negotiation } from '@entente/agreement'
import { clauseName, partyName, sectionOf, sectionTitle } from '../../table/naming.ts'
import { draftingDeed } from '../tell-words.ts'
import type { Tells } from './telling.ts'

export const pen: Tells<'drafting-set'> = {
  'drafting-set': (fact, { told, negotiation }) =>
    told(
      draftingDeed(fact.drafting, place(fact, negotiation), fact.holder === undefined ? undefined : partyName(negotiation, fact.holder)),
      'procedure',
    ),
}

/** Undefined for the whole text. */
function place({ clause, section }: FactOf<'drafting-set'>, negotiation: Negotiation): string | undefined {
  if (clause !== undefined) return clauseName(negotiation, clause)
  if (section === undefined) return undefined
  const found = sectionOf(negotiation, section)
  return found === undefined ? 'a section' : `section “${sectionTitle(found)}”`
}
