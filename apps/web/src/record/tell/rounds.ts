import type { FactOf } from '@entente/agreement'
import { dayWithYear } from '../../design/moment.ts'
import { between } from '../tell-words.ts'
import type { Teller, Tells } from './telling.ts'

export const rounds: Tells<'round-scheduled' | 'round-opened' | 'round-closed' | 'agenda-set' | 'agenda-moved'> = {
  'round-scheduled': (fact, { told }) =>
    told(`scheduled round ${fact.round}`, 'procedure', {
      more: [fact.label, between(fact.from, fact.to)].filter(Boolean).join(', '),
    }),
  'round-opened': (fact, teller) => teller.told(`opened round ${fact.round}`, 'procedure', { more: terms(fact, teller) }),
  'round-closed': (fact, { told }) => told(`closed round ${fact.round}`, 'procedure'),
  'agenda-set': ({ items }, { told }) =>
    told(items.length === 0 ? 'cleared the agenda' : 'set the agenda', 'procedure', {
      more: items.map(({ title }, index) => `${index + 1}. ${title}`).join(' · ') || undefined,
    }),
  'agenda-moved': ({ item }, { told }) => told(`went to item ${item + 1} of the agenda`, 'procedure'),
}

function terms({ label, symbol, mandate, scope, until }: FactOf<'round-opened'>, { clauses }: Teller): string {
  return [
    symbol === undefined ? label : `${label}, ${symbol}`,
    mandate && `Mandate: ${mandate.replace(/\.$/, '')}`,
    scope && `On ${clauses(scope)}`,
    until && `Until ${dayWithYear(until)}`,
  ]
    .filter(Boolean)
    .join('. ')
}
