import type { Tells } from './telling.ts'

export const structure: Tells<
  'section-added' | 'section-retitled' | 'clause-added' | 'clause-retitled' | 'clause-moved' | 'clause-withdrawn' | 'clause-restored'
> = {
  'section-added': (fact, { told }) => told(`added section “${fact.heading}”`, 'text'),
  'section-retitled': (fact, { told }) => told(`retitled a section as “${fact.heading}”`, 'text'),
  'clause-added': (fact, { told, clause }) => told(`added ${clause(fact.clause)}`, 'text', { more: fact.heading }),
  'clause-retitled': (fact, { told, clause }) => told(`retitled ${clause(fact.clause)}`, 'text', { more: `Now “${fact.heading}”` }),
  'clause-moved': (fact, { told, clause }) => told(`moved ${clause(fact.clause)}`, 'text', { more: 'Consent is not affected.' }),
  'clause-withdrawn': (fact, { told, clause }) => told(`withdrew ${clause(fact.clause)}`, 'text', { more: fact.reason || undefined }),
  'clause-restored': (fact, { told, clause }) => told(`restored ${clause(fact.clause)}`, 'text'),
}
