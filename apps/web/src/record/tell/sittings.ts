import type { Tells } from './telling.ts'

export const sittings: Tells<'sitting-opened' | 'sitting-closed' | 'access-set'> = {
  'sitting-opened': ({ sittingKind }, { told }) =>
    sittingKind === 'plenary'
      ? told('opened a plenary sitting', 'procedure')
      : told('opened a closed sitting', 'procedure', { more: 'Observers and the press do not attend.' }),
  'sitting-closed': (_fact, { told }) => told('closed the sitting', 'procedure'),
  'access-set': ({ to, admitted }, { told }) =>
    told(`${admitted ? 'admitted' : 'did not admit'} ${to === 'press' ? 'the press' : 'observers'} to the table`, 'procedure'),
}
