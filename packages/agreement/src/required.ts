/** Whose consent counts. */
import type { PartyId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'

/** Required delegations, less those the decision rule excepts, in protocol order. */
export function requiredParties({ parties, opened }: Pick<Negotiation, 'parties' | 'opened'>): readonly PartyId[] {
  const excepted: readonly PartyId[] = opened?.rule.rule === 'consensus-minus' ? opened.rule.except : []
  return [...parties.values()]
    .filter(({ kind, required, party }) => kind === 'delegation' && required && !excepted.includes(party))
    .map(({ party }) => party)
}
