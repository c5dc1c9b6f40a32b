/**
 * The chair's text: what the chair tables as other words for a clause, under the chair's own responsibility. It is an amendment like any
 * other, with the same consent and the same way into the text; only how it is shown differs, because it is read as a whole.
 */
import type { Amendment, Negotiation } from '@entente/agreement'

export function isChairsText({ parties }: Pick<Negotiation, 'parties'>, amendment: Pick<Amendment, 'party' | 'does'>): boolean {
  return amendment.does === 'reword' && parties.get(amendment.party)?.kind === 'chair'
}
