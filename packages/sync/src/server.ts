/**
 * The server's end of the wire.
 *
 *     const rooms = openRooms({ store, log })
 *     const link = rooms.join(room, socket, seat, handshake)   // a socket that was just opened
 *     link.receive(frame); link.gone()
 *
 * Read `room/receiving.ts` and `room/room.ts` for the way of a frame, `room/outbox.ts` for why nothing leaves before it is stored, `room/slot.ts` for how a room is
 * loaded and given up.
 */
export { openRooms, type Rooms, type RoomsOptions, type Unavailable } from './rooms.ts'
export { RoomFenced, type RoomReading } from './room/host.ts'
export { openComparing, type Comparing } from './room/comparing.ts'
export { fill } from './room/fill.ts'
export { wordsOf } from './room/load.ts'
export type { Link } from './room/link.ts'
export type { Log, LogEvent } from './room/log.ts'
export type { Command, CommandAnswer } from './room/proceedings.ts'
export { outgoing, type Outgoing, type Socket } from './room/socket.ts'
export { computerTime, type Time } from './room/time.ts'
