import type { AmendmentId, Negotiation } from '@entente/agreement'
import { amendmentName } from '../../amendment/naming.ts'
import { sectionLabel, sectionOf } from '../../table/naming.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const amendments: Tells<
  | 'amendment-tabled'
  | 'deletion-tabled'
  | 'clause-tabled'
  | 'amendment-supported'
  | 'amendment-left'
  | 'amendment-withdrawn'
  | 'amendment-updated'
  | 'amendment-incorporated'
  | 'amendments-streamlined'
> = {
  'amendment-tabled': (fact, { told, clause, negotiation }) =>
    told(
      fact.to === undefined ? `tabled an amendment to ${clause(fact.clause)}` : `tabled an amendment to ${name(negotiation, fact.to)}`,
      'text',
      {
        by: [fact.party],
        more: fact.label || undefined,
      },
    ),
  'deletion-tabled': (fact, { told, clause }) => told(`proposed that ${clause(fact.clause)} be left out`, 'text', { by: [fact.party] }),
  'clause-tabled': (fact, { told, clause, negotiation }) => {
    const section = sectionOf(negotiation, fact.section)
    const place = fact.after !== undefined ? ` after ${clause(fact.after)}` : section === undefined ? '' : ` in ${sectionLabel(section)}`
    return told(`proposed a new clause${place}`, 'text', { by: [fact.party], more: fact.heading || undefined })
  },
  'amendment-supported': (fact, { told, negotiation }) =>
    told(`supported ${name(negotiation, fact.amendment)}`, 'text', { by: [fact.party] }),
  'amendment-left': (fact, { told, negotiation }) =>
    told(`no longer support ${name(negotiation, fact.amendment)}`, 'text', { by: [fact.party] }),
  'amendment-withdrawn': (fact, { told, negotiation }) =>
    told(`withdrew ${name(negotiation, fact.amendment)}`, 'text', { more: fact.reason === undefined ? undefined : quoted(fact.reason) }),
  'amendment-updated': (fact, { told, negotiation }) =>
    told(`updated ${name(negotiation, fact.amendment)} to the text as it reads now`, 'text'),
  'amendment-incorporated': (fact, { told, negotiation }) =>
    told(
      fact.changes === undefined
        ? `took ${name(negotiation, fact.amendment)} into the text`
        : `took ${fact.changes.length === 1 ? 'a change' : `${fact.changes.length} changes`} of ${name(negotiation, fact.amendment)} into the text`,
      'text',
    ),
  'amendments-streamlined': (fact, { told, clause }) =>
    told(`streamlined the amendments to ${clause(fact.clause)}`, 'text', {
      more: [
        ...(fact.merged.length > 0 ? [`${fact.merged.length} merged`] : []),
        ...(fact.dropped.length > 0 ? [`${fact.dropped.length} dropped`] : []),
      ].join(', '),
    }),
}

function name(negotiation: Negotiation, amendment: AmendmentId): string {
  return amendmentName(negotiation, amendment)
}
