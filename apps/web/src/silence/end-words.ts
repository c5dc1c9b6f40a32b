/** How a silence procedure ended, in words. */
import type { Negotiation, Silence } from '@entente/agreement'
import { partyName } from '../table/naming.ts'

/** After "ended 14:02:", with the full stop. */
export function endWords({ outcome, party, reason, effect }: NonNullable<Silence['ended']>, negotiation: Negotiation): string {
  const why = reason === undefined || reason === '' ? '' : `, “${reason}”`
  switch (outcome) {
    case 'not-broken':
      return effect === undefined || effect === '' ? 'nobody broke it, so the words are accepted.' : `nobody broke it. ${effect}.`
    case 'broken':
      return `broken by ${party === undefined ? 'a party' : partyName(negotiation, party)}${why}.`
    case 'overtaken':
      return 'the words changed.'
    case 'interrupted':
      return 'without effect, because the server was away while it ran.'
    default:
      return outcome satisfies never
  }
}
