/** How amendments are called: after their clause, 4 bis, or by what they would do. */
import { amendmentNames, numbersOf, type AmendmentId, type Negotiation } from '@entente/agreement'

/** "amendment 4 bis", "the deletion of clause 4", "the new clause after 4". */
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
      return after === undefined ? 'the new clause' : `the new clause after ${after}`
    }
    default:
      return amendment satisfies never
  }
}
