/**
 * The rooms as the HTTP side sees them, and who is let into which.
 *
 * Somebody who has no place in a room is answered exactly as if there were no such room: the same look-ups decide both, and nothing of the
 * room itself is read before.
 */
import {
  caucusNumber,
  caucusOf,
  firstCaucusOf,
  nothingSaid,
  replay,
  roomName,
  seenFrom,
  speakerOf,
  tableOf,
  type Fact,
  type Negotiation,
  type NegotiationId,
  type PartyId,
  type PrivateRoom,
  type RoomId,
  type SeatId,
  type Timestamp,
} from '@entente/agreement'
import type { Store } from '@entente/store'
import type { Arrival } from '@entente/sync/frames'
import type { Command, CommandAnswer, Link, RoomReading, Rooms as SyncRooms, Socket, Unavailable } from '@entente/sync/server'
import { createRoom } from './create-room.ts'

export type { RoomReading } from '@entente/sync/server'

/** The state of a table, for lists and look-ups. */
export type TableState = Pick<RoomReading, 'negotiation' | 'readings' | 'head'> & { readonly lastEntryAt: string }

export type Rooms = {
  /** Whether the seat has a place in the room. A caucus is made when its first member comes. */
  readonly admit: (room: RoomId, seat: SeatId) => Promise<boolean>
  /** To be asked after `admit`, with the same room and seat. */
  readonly join: (room: RoomId, socket: Socket, seat: SeatId, handshake: Arrival) => Link
  /** Undefined when there is no such negotiation, or it cannot be had just now. */
  readonly table: (negotiation: NegotiationId) => Promise<TableState | undefined>
  /** At the table. */
  readonly read: <Result>(negotiation: NegotiationId, look: (reading: RoomReading) => Result) => Promise<Result | undefined>
  readonly submit: (negotiation: NegotiationId, seat: SeatId, command: Command) => Promise<CommandAnswer | Unavailable>
  /** In any room; to be asked after `admit`. */
  readonly readIn: <Result>(room: RoomId, look: (reading: RoomReading) => Result) => Promise<Result | undefined>
  readonly submitIn: (room: RoomId, seat: SeatId, command: Command) => Promise<CommandAnswer | Unavailable>
  /**
   * The private rooms in which the seat has a place: its caucus, the earlier ones it may read, newest first, then groups in the order in
   * which they were opened.
   */
  readonly privateRooms: (negotiation: NegotiationId, seat: SeatId) => Promise<readonly PrivateRoom[]>
  /** Makes the room of a group, in the name of a seat. */
  readonly openGroup: (
    fact: Fact & { readonly kind: 'room-opened' },
    by: { readonly seat: SeatId; readonly party: PartyId },
  ) => Promise<void>
}

export function houseRooms(rooms: SyncRooms, store: Pick<Store, 'rooms'>, now: () => Timestamp): Rooms {
  /** Caucuses that are in the store by now. */
  const made = new Set<RoomId>()
  /** By negotiation, its groups as they were opened. Nobody is ever added to a group, so this only grows by new groups. */
  const directories = new Map<NegotiationId, Promise<Map<RoomId, Negotiation>>>()

  const readIn: Rooms['readIn'] = async (room, look) => {
    const answer = await rooms.read(room, look)
    return answer.ok ? answer.result : undefined
  }

  const read: Rooms['read'] = (negotiation, look) => readIn(tableOf(negotiation), look)

  const record = (negotiation: NegotiationId) => read(negotiation, ({ negotiation: state }) => state)

  const directory = (negotiation: NegotiationId) => {
    const known = directories.get(negotiation) ?? groupsOf(store, negotiation)
    directories.set(negotiation, known)
    // The store could not be read just now; the next who asks has it read again.
    known.catch(() => directories.delete(negotiation))
    return known
  }

  const madeCaucus = async (room: RoomId) => {
    if (made.has(room)) return
    await store.rooms.create(room, now())
    made.add(room)
  }

  const admit: Rooms['admit'] = async (room, seat) => {
    const name = roomName(room)
    if (name.kind === 'table') return true
    const [table, groups] = await Promise.all([record(name.negotiation), directory(name.negotiation)])
    const began = groups.get(room) ?? nothingSaid
    if (table === undefined || speakerOf(seenFrom(room, table, began), seat) === undefined) return false
    if (name.kind === 'caucus') await madeCaucus(room)
    return true
  }

  return {
    admit,
    join: rooms.join,
    read,
    readIn,
    table: (negotiation) =>
      read(negotiation, ({ negotiation: state, readings, head, entries }) => ({
        negotiation: state,
        readings,
        head,
        lastEntryAt: entries.at(-1)?.at ?? '',
      })),
    submit: (negotiation, seat, command) => rooms.submit(tableOf(negotiation), seat, command),
    submitIn: rooms.submit,
    async privateRooms(negotiation, seat) {
      const table = await record(negotiation)
      const party = table && speakerOf(table, seat)?.party
      if (table === undefined || party === undefined) return []
      const caucuses = party.kind === 'delegation' ? caucusesOf(negotiation, table, party.party, seat) : []
      const candidates = [...(await directory(negotiation))].filter(
        ([room, began]) => speakerOf(seenFrom(room, table, began), seat) !== undefined,
      )
      const groups = await Promise.all(candidates.map(([room]) => readIn(room, (reading) => entered(reading, seat))))
      return [...caucuses, ...groups].filter((room) => room !== undefined)
    },
    async openGroup(fact, by) {
      const { negotiation } = roomName(fact.room)
      const groups = await directory(negotiation)
      const at = now()
      await createRoom(store, { room: fact.room, statements: [{ at, by, fact }], texts: new Map() }, at)
      const began = await opening(store, fact.room)
      if (began !== undefined) groups.set(fact.room, began)
    },
  }
}

function caucusesOf(negotiation: NegotiationId, table: Negotiation, party: PartyId, seat: SeatId): readonly (PrivateRoom | undefined)[] {
  const [first, last] = [firstCaucusOf(table, seat), caucusNumber(table, party)]
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const room = caucusOf(negotiation, party, last - back)
    return seenFrom(room, table, nothingSaid).privateRoom
  })
}

function entered({ negotiation }: RoomReading, seat: SeatId): PrivateRoom | undefined {
  return speakerOf(negotiation, seat) && negotiation.privateRoom
}

async function groupsOf(store: Pick<Store, 'rooms'>, negotiation: NegotiationId): Promise<Map<RoomId, Negotiation>> {
  const found = new Map<RoomId, Negotiation>()
  for (const room of await store.rooms.list()) {
    const name = roomName(room)
    if (name.kind !== 'group' || name.negotiation !== negotiation) continue
    const began = await opening(store, room)
    if (began !== undefined) found.set(room, began)
  }
  return found
}

/** What the first entry of a group tells: when it was opened, and for whom. */
async function opening({ rooms }: Pick<Store, 'rooms'>, room: RoomId): Promise<Negotiation | undefined> {
  const [first] = await rooms.entriesSince(room, 0)
  return first?.fact.kind === 'room-opened' ? replay([first]) : undefined
}
