/** The rooms as the HTTP side sees them: by negotiation, and only the table. */
import { tableOf, type NegotiationId, type SeatId } from '@entente/agreement'
import type { Command, CommandAnswer, Link, RoomReading, Rooms as SyncRooms, Socket, Unavailable } from '@entente/sync/server'
import type { RoomId } from '@entente/agreement'
import type { Arrival } from '@entente/sync/frames'

export type { RoomReading } from '@entente/sync/server'

/** The state of a table, for lists and look-ups. */
export type TableState = Pick<RoomReading, 'negotiation' | 'readings' | 'head'> & { readonly lastEntryAt: string }

export type Rooms = {
  readonly join: (room: RoomId, socket: Socket, seat: SeatId, handshake: Arrival) => Link
  /** Undefined when there is no such negotiation, or it cannot be had just now. */
  readonly table: (negotiation: NegotiationId) => Promise<TableState | undefined>
  readonly read: <Result>(negotiation: NegotiationId, look: (reading: RoomReading) => Result) => Promise<Result | undefined>
  readonly submit: (negotiation: NegotiationId, seat: SeatId, command: Command) => Promise<CommandAnswer | Unavailable>
}

export function tables(rooms: SyncRooms): Rooms {
  const read = async <Result>(negotiation: NegotiationId, look: (reading: RoomReading) => Result): Promise<Result | undefined> => {
    const answer = await rooms.read(tableOf(negotiation), look)
    return answer.ok ? answer.result : undefined
  }
  return {
    join: rooms.join,
    read,
    table: (negotiation) =>
      read(negotiation, ({ negotiation: state, readings, head, entries }) => ({
        negotiation: state,
        readings,
        head,
        lastEntryAt: entries.at(-1)?.at ?? '',
      })),
    submit: (negotiation, seat, command) => rooms.submit(tableOf(negotiation), seat, command),
  }
}
