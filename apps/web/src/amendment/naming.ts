/** How amendments are called: after their clause, 4 bis, or by what they would do. */
import { amendmentNames, numbersOf, type AmendmentId, type Insertion, type Negotiation } from '@entente/agreement'
import { partyName, sectionLabel, sectionOf } from '../table/naming.ts'

/** "amendment 4 bis", "the deletion of clause 4", "the new clause after 4", "the new clause in section II". */
export function amendmentName(negotiation: Negotiation, id: AmendmentId): string {
  const amendment = negotiation.amendments.get(id)
  if (amendment === undefined) return 'an amendment'
  const numbers = numbersOf(negotiation)
  switch (amendment.does) {
    case 'reword':
      return `amendment ${amendmentNames(negotiation, amendment.clause, numbers.get(amendment.clause) ?? '').get(id) ?? ''}`.trim()
    case 'delete':
      return `the deletion of clause ${numbers.get(amendment.clause) ?? ''}`.trim()
    case 'insert': {
      const after = amendment.after === undefined ? undefined : numbers.get(amendment.after)
      if (after !== undefined) return `the new clause after ${after}`
      const section = sectionOf(negotiation, amendment.section)
      return section === undefined ? 'the new clause' : `the new clause in ${sectionLabel(section)}`
    }
    default:
      return amendment satisfies never
  }
}

/** "the new clause “Access” of Kestria": what is proposed, where whose it is matters more than its place. */
export function proposalName(negotiation: Pick<Negotiation, 'parties'>, { heading, party }: Insertion): string {
  return `the new clause ${heading === '' ? '' : `“${heading}” `}of ${partyName(negotiation, party)}`
}
