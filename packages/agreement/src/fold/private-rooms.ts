/** Who meets in a room, and what the table has heard of groups. */
import type { privateRoomsFacts } from '../fact/private-rooms.ts'
import type { Negotiation } from '../negotiation.ts'
import type { PrivateRoom } from '../private-room.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const privateRooms: Folds<typeof privateRoomsFacts> = {
  'room-opened': (_was, fact, said) => ({
    privateRoom: {
      room: fact.room,
      label: fact.label,
      parties: fact.parties,
      awaits: fact.awaits ?? [],
      opened: said,
      after: fact.after,
      closed: undefined,
    },
  }),
  'room-joined': (was, fact) => ofRoom(was, ({ awaits }) => ({ awaits: awaits.filter((party) => party !== fact.party) })),
  'room-left': (was, fact) =>
    ofRoom(was, ({ parties, awaits }) => ({
      parties: parties.filter((party) => party !== fact.party),
      awaits: awaits.filter((party) => party !== fact.party),
    })),
  'room-closed': (was, _fact, said) => ofRoom(was, () => ({ closed: said })),
  'group-announced': (was, fact, said) => ({ groups: put(was.groups, fact.group, { ...fact, said }) }),
}

function ofRoom({ privateRoom }: Negotiation, how: (room: PrivateRoom) => Partial<PrivateRoom>): Partial<Negotiation> {
  return privateRoom === undefined ? {} : { privateRoom: { ...privateRoom, ...how(privateRoom) } }
}
