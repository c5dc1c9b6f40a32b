import { list } from '../../design/status-words.ts'
import { partyName } from '../../table/naming.ts'
import type { Tells } from './telling.ts'

export const privateRooms: Tells<'room-opened' | 'room-joined' | 'room-left' | 'room-closed' | 'group-announced'> = {
  'room-opened': (fact, { told, negotiation }) =>
    told(fact.awaits === undefined ? `opened the room “${fact.label}”` : `proposed to meet as “${fact.label}”`, 'procedure', {
      more: `For ${list(fact.parties.map((party) => partyName(negotiation, party)))}`,
    }),
  'room-joined': (_fact, { told }) => told('agreed to meet here', 'procedure'),
  'room-left': (fact, { told }) => told('left this room', 'procedure', { more: fact.reason }),
  'room-closed': (fact, { told }) => told('closed this room', 'procedure', { more: fact.reason }),
  'group-announced': (fact, { told, negotiation }) =>
    told(`announced the group “${fact.label}”`, 'procedure', {
      more: `${list(fact.parties.map((party) => partyName(negotiation, party)))} meet there`,
    }),
}
