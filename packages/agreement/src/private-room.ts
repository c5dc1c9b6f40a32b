/** Rooms other than the table: a delegation's caucus, a contact group, friends of the chair. */
import { roomName, type RoomKind } from './ids.ts'
import type { Negotiation } from './negotiation.ts'

/** In which kind of room a record stands. */
export function kindOfRoom({ privateRoom }: Pick<Negotiation, 'privateRoom'>): RoomKind {
  return privateRoom === undefined ? 'table' : roomName(privateRoom.room).kind
}
