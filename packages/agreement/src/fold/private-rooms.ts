/** What only the journal of a private room holds. */
import type { privateRoomsFacts } from '../fact/private-rooms.ts'
import type { Folds } from './folds.ts'

export const privateRooms: Folds<typeof privateRoomsFacts> = {
  'room-opened': (_was, fact) => ({ privateRoom: { room: fact.room, label: fact.label, parties: fact.parties } }),
  'caucus-note-kept': (was, fact, said) => ({ notes: [...was.notes, { ...fact, said }] }),
}
