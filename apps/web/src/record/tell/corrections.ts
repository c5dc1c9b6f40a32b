import type { CorrectionId, Negotiation } from '@entente/agreement'
import { momentInFull } from '../../design/moment.ts'
import { clauseName } from '../../table/naming.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const corrections: Tells<'correction-proposed' | 'correction-objected' | 'correction-made' | 'correction-dropped'> = {
  'correction-proposed': (fact, { told, clause }) =>
    told(`proposed an editorial correction of ${clause(fact.clause)}`, 'text', {
      more: `${quoted(fact.quote.exact)} to read ${quoted(fact.replacement)}. ${fact.reason} Objections until ${momentInFull(fact.closesAt)}.`,
    }),
  'correction-objected': (fact, { told, negotiation }) =>
    told(`objected to an editorial correction of ${correctedClause(fact.correction, negotiation)}`, 'text', {
      by: [fact.party],
      more: quoted(fact.reason),
    }),
  'correction-made': (fact, { told, negotiation }) =>
    told(`recorded that nobody objected to an editorial correction of ${correctedClause(fact.correction, negotiation)}`, 'text', {
      more: 'Consent carries over.',
    }),
  'correction-dropped': (fact, { told, negotiation }) =>
    told(`dropped an editorial correction of ${correctedClause(fact.correction, negotiation)}`, 'text'),
}

function correctedClause(correction: CorrectionId, negotiation: Negotiation): string {
  const found = negotiation.corrections.get(correction)
  return found === undefined ? 'a clause' : clauseName(negotiation, found.clause)
}
