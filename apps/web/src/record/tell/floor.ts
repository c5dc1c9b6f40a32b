import { partyName } from '../../table/naming.ts'
import type { Tells } from './telling.ts'

export const floor: Tells<
  | 'floor-asked'
  | 'floor-request-withdrawn'
  | 'floor-given'
  | 'floor-ended'
  | 'speaking-time-set'
  | 'speakers-list-closed'
  | 'speakers-list-opened'
> = {
  'floor-asked': ({ party, subject, pointOfOrder }, { told }) =>
    told(pointOfOrder ? 'raised a point of order' : 'asked for the floor', 'procedure', { by: [party], more: subject }),
  'floor-request-withdrawn': ({ party }, { told }) => told('came off the speakers’ list', 'procedure', { by: [party] }),
  'floor-given': ({ party, minutes }, { told, negotiation }) =>
    told(`gave ${partyName(negotiation, party)} the floor`, 'procedure', {
      more: minutes === undefined ? undefined : `For ${time(minutes)}`,
    }),
  'floor-ended': ({ party }, { told, negotiation }) =>
    told(`recorded the end of the speech of ${partyName(negotiation, party)}`, 'procedure'),
  'speaking-time-set': ({ minutes }, { told }) =>
    told(minutes === undefined ? 'lifted the time limit on speeches' : `set the time for a speech to ${time(minutes)}`, 'procedure'),
  'speakers-list-closed': (_fact, { told }) => told('closed the speakers’ list', 'procedure'),
  'speakers-list-opened': (_fact, { told }) => told('opened the speakers’ list', 'procedure'),
}

function time(minutes: number): string {
  return minutes === 1 ? 'one minute' : `${minutes} minutes`
}
