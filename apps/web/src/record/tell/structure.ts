import { goesAlong } from '../../structure/goes-along.ts'
import { sectionOf } from '../../table/naming.ts'
import type { Tells } from './telling.ts'

export const structure: Tells<
  | 'section-added'
  | 'section-retitled'
  | 'section-moved'
  | 'section-removed'
  | 'text-renumbered'
  | 'clause-added'
  | 'clause-retitled'
  | 'clause-moved'
  | 'clause-withdrawn'
  | 'clause-restored'
  | 'clause-split'
  | 'clause-joined'
  | 'clause-taken-out'
  | 'clause-duplicated'
> = {
  'section-added': (fact, { told }) => told(`added ${fact.annex ? 'annex' : 'section'} “${fact.heading}”`, 'text'),
  'section-moved': (fact, { told, negotiation }) => {
    const section = sectionOf(negotiation, fact.section)
    return told(`moved section “${section?.heading ?? fact.section}”`, 'text', { more: 'Consent is not affected.' })
  },
  'section-removed': (fact, { told, negotiation }) => {
    const section = sectionOf(negotiation, fact.section)
    const into = fact.into === undefined ? undefined : sectionOf(negotiation, fact.into)
    return told(`removed ${section?.annex ? 'annex' : 'section'} “${section?.heading ?? fact.section}”`, 'text', {
      more: into && `What was withdrawn from it or proposed for it went to “${into.heading}”.`,
    })
  },
  'text-renumbered': (_, { told }) => told('made the numbers of the clauses consecutive', 'text', { more: 'Consent is not affected.' }),
  'section-retitled': (fact, { told }) => told(`retitled a section as “${fact.heading}”`, 'text'),
  'clause-added': (fact, { told, clause }) => told(`added ${clause(fact.clause)}`, 'text', { more: fact.heading }),
  'clause-retitled': (fact, { told, clause }) => told(`retitled ${clause(fact.clause)}`, 'text', { more: `Now “${fact.heading}”` }),
  'clause-moved': (fact, { told, clause }) => told(`moved ${clause(fact.clause)}`, 'text', { more: 'Consent is not affected.' }),
  'clause-withdrawn': (fact, { told, clause }) => told(`withdrew ${clause(fact.clause)}`, 'text', { more: fact.reason || undefined }),
  'clause-restored': (fact, { told, clause }) => told(`restored ${clause(fact.clause)}`, 'text'),
  'clause-split': (fact, { told, clause }) =>
    told(`split ${clause(fact.clause)}: the rest is ${clause(fact.into)}`, 'text', {
      more: goesAlong(fact.moved),
      clauses: [fact.clause, fact.into],
    }),
  'clause-joined': (fact, { told, clause }) =>
    told(`joined ${clause(fact.next)} to the end of ${clause(fact.clause)}`, 'text', {
      more: goesAlong(fact.moved),
      clauses: [fact.clause, fact.next],
    }),
  'clause-taken-out': (fact, { told, clause }) =>
    told(`took ${clause(fact.taken)} out of ${clause(fact.clause)} again`, 'text', {
      more: goesAlong(fact.moved),
      clauses: [fact.clause, fact.taken],
    }),
  'clause-duplicated': (fact, { told, clause }) =>
    told(`duplicated ${clause(fact.clause)} as ${clause(fact.copy)}`, 'text', { clauses: [fact.clause, fact.copy] }),
}
