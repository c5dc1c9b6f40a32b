/**
 * All rooms of a server: each loaded when somebody comes, given up a few seconds after the last has left, all of them written in one
 * transaction at a time.
 */
import { roomName, tableOf, type NegotiationId, type RoomId, type SeatId } from '@entente/agreement'
import { platformRandom, type Random, type Store } from '@entente/store'
import { CLOSE, type CloseReason } from './close.ts'
import type { Arrival } from './handshake.ts'
import { limits as defaults, type Limits } from './limits.ts'
import { openAllowances } from './room/allowance.ts'
import { compareCopy, type Compare } from './room/copy.ts'
import { groupCommit } from './room/group-commit.ts'
import { RoomFenced, type Away, type Filed, type Host, type RoomReading } from './room/host.ts'
import { openLink, type Link } from './room/link.ts'
import { discreet, faultOf, type Log } from './room/log.ts'
import type { Command, CommandAnswer } from './room/proceedings.ts'
import { openSlot, type Slot } from './room/slot.ts'
import type { Socket } from './room/socket.ts'
import { computerTime, type Time } from './room/time.ts'

export type RoomsOptions = {
  readonly store: Pick<Store, 'rooms'>
  readonly log: Log
  readonly time?: Time
  /** A random name of letters and digits, of at least 64 bits, for the ids of new things. */
  readonly token?: () => string
  /** For clientIDs. */
  readonly random?: Random
  readonly limits?: Partial<Limits>
  /** Told to every browser, so that it can say so. */
  readonly demo?: boolean
  /** When no server ran before this one. Silence that ran then is not taken for consent. */
  readonly away?: Away | undefined
  /** Whether a file of evidence has come to the server. */
  readonly filed?: Filed | undefined
  /** Where copies are compared. Without it, in the thread of the rooms, which a long text then holds up. */
  readonly compare?: Compare
}

/** What cannot be had of a room, apart from what the rules refuse. */
export type Unavailable = { readonly ok: false; readonly unavailable: 'not-found' | 'quarantined' | 'storage-unavailable' | 'going-away' }

export type Rooms = {
  /**
   * Takes a socket that has just been opened, for a seat that the session holds and a handshake that `readHandshake` let pass. The socket
   * is closed with a code when the room or its record do not allow it; nothing is sent before that is decided. What the socket receives
   * from now on goes to the link.
   */
  readonly join: (room: RoomId, socket: Socket, seat: SeatId, handshake: Arrival) => Link
  /** Gives a command in the name of a seat, as over a socket. */
  readonly submit: (room: RoomId, seat: SeatId, command: Command) => Promise<CommandAnswer | Unavailable>
  /** Looks at a room as it is on disk. `look` is called once and must not keep the document. */
  readonly read: <Result>(
    room: RoomId,
    look: (reading: RoomReading) => Result,
  ) => Promise<{ readonly ok: true; readonly result: Result } | Unavailable>
  /** Closes the connections of a seat in every room of a negotiation. */
  readonly expel: (negotiation: NegotiationId, seat: SeatId) => void
  /** For metrics: rooms in memory and connections in them. */
  readonly load: () => { readonly rooms: number; readonly members: number }
  /** Takes nobody in any more, writes what is waiting, sends everybody away to come back later. */
  readonly close: (why: string) => Promise<void>
}

/** A room whose memory was dropped while somebody waited to read is loaded again at once: whoever only reads need not hear of it. */
const READ_TRIES = 5

export function openRooms({
  store,
  log,
  time = computerTime,
  token = randomToken,
  random = platformRandom,
  limits: changed,
  demo = false,
  away,
  filed,
  compare = async (copy) => compareCopy(copy),
}: RoomsOptions): Rooms {
  const limits: Limits = { ...defaults, ...changed }
  const host: Host = {
    store,
    log: discreet(log),
    time,
    token,
    random,
    limits,
    allowances: openAllowances(limits),
    demo,
    away,
    filed,
    compare,
    commits: groupCommit(store, time),
  }
  const slots = new Map<RoomId, Slot>()
  let closing = false

  const slotOf = (room: RoomId): Slot => {
    const known = slots.get(room)
    if (known !== undefined) return known
    const { negotiation } = roomName(room)
    const isTable = room === tableOf(negotiation)
    const slot = openSlot(
      room,
      host,
      {
        vacant: () => slots.delete(room),
        // What a table had handed to its private rooms went with its memory.
        dropped: () => isTable && besides(room).forEach((other) => other.reload()),
        reseated: () => (isTable ? [slot, ...besides(room)] : [slot]).forEach((one) => one.room()?.review()),
      },
      () => slotOf(tableOf(negotiation)),
    )
    slots.set(room, slot)
    return slot
  }

  /** The other rooms of the same negotiation that are in memory. */
  const besides = (room: RoomId): readonly Slot[] =>
    [...slots].flatMap(([id, slot]) => (id !== room && roomName(id).negotiation === roomName(room).negotiation ? [slot] : []))

  /** Does something with a room that is kept in memory meanwhile. Dropped when its memory was given up before it was done. */
  async function within<Result extends object>(
    id: RoomId,
    use: (room: Exclude<Awaited<ReturnType<Slot['enter']>>, string>) => Promise<Result>,
  ): Promise<Result | Unavailable | 'dropped'> {
    if (closing) return { ok: false, unavailable: 'going-away' }
    const slot = slotOf(id)
    try {
      const room = await slot.enter()
      if (room === 'room-reloading') return 'dropped'
      return typeof room === 'string' ? { ok: false, unavailable: unavailable(room) } : await use(room)
    } catch (error) {
      if (error instanceof RoomFenced) return 'dropped'
      throw error
    } finally {
      slot.exit()
    }
  }

  return {
    join(room, socket, seat, handshake) {
      if (closing) {
        socket.close(CLOSE['going-away'], 'going-away')
        return nowhere
      }
      return openLink(socket, slotOf(room), {
        seat,
        handshake,
        limits,
        fault: (error) => log({ event: 'room-unavailable', room, fault: faultOf(error) }),
      })
    },
    async submit(id, seat, command) {
      const answer = await within(id, (room) => room.submit(seat, command))
      return answer === 'dropped' ? notStored : answer
    },
    async read(id, look) {
      for (let tries = 0; tries < READ_TRIES; tries += 1) {
        const answer = await within(id, async (room) => ({ ok: true, result: await room.read(look) }) as const)
        if (answer !== 'dropped') return answer
      }
      return notStored
    },
    expel(negotiation, seat) {
      for (const [id, slot] of slots) if (roomName(id).negotiation === negotiation) slot.room()?.expel(seat)
    },
    load() {
      const open = [...slots.values()].flatMap((slot) => slot.room() ?? [])
      return { rooms: open.length, members: open.reduce((sum, room) => sum + room.members(), 0) }
    },
    async close(why) {
      closing = true
      await Promise.all(Array.from(slots.values(), (slot) => slot.finish(why)))
      await host.commits.idle()
    },
  }
}

/** The link of a connection that came while the server was going. */
const nowhere: Link = { receive: () => undefined, end: () => undefined, gone: () => undefined }

const notStored: Unavailable = { ok: false, unavailable: 'storage-unavailable' }

function unavailable(why: CloseReason): Unavailable['unavailable'] {
  return why === 'not-found' || why === 'quarantined' ? why : 'storage-unavailable'
}

/** 80 bits in 16 letters and digits. */
function randomToken(): string {
  const alphabet = '0123456789abcdefghijklmnopqrstuv'
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('')
}
