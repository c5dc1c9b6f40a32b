/**
 * The server's end of one room: the one straight line a frame takes.
 *
 *     limits → decode → gate → apply to memory → queue → one transaction for all rooms → broadcast → acknowledge
 *
 * Nothing leaves a room that is not on disk: what others are sent, what the author is told was saved, and every answer wait for the commit
 * that holds all the server knew when it gave them. When a commit fails, or memory is not what the gate took it for, the room is fenced:
 * memory is dropped, everybody is sent away to come back, and the room is loaded again from what is stored.
 */
import type { SeatId } from '@entente/agreement'
import { StoreFault } from '@entente/store'
import type { CloseReason } from '../close.ts'
import { writeMessage } from '../frames.ts'
import { openAcknowledging, type Saved } from './acknowledging.ts'
import { openAttendance } from './attendance.ts'
import { openDeadlines } from './deadlines.ts'
import { openGreeter } from './greeting.ts'
import { RoomFenced, type Host, type RoomReading } from './host.ts'
import type { LoadedRoom } from './load.ts'
import { faultOf } from './log.ts'
import type { Member } from './member.ts'
import { openOutbox } from './outbox.ts'
import { patience } from './patience.ts'
import { openProceedings, type Command, type CommandAnswer, type Harvest, type Proceedings } from './proceedings.ts'
import { openReceiving } from './receiving.ts'
import { openReception, type Reception } from './reception.ts'
import { openSeating } from './seating.ts'
import { openSnapshots } from './snapshot.ts'
import { outgoing } from './socket.ts'
import type { TableSide } from './table-side.ts'

export type Room = {
  /** Lets a connection in, or says with which code to close it. Nothing has been sent in that case. */
  readonly join: Reception
  readonly receive: (member: Member, frame: Uint8Array) => void
  /** A command that does not come over a socket. The same rules, the same answers. */
  readonly submit: (seat: SeatId, command: Command) => Promise<CommandAnswer>
  /** Throws `RoomFenced` when the room was given up meanwhile. */
  readonly read: <Result>(look: (reading: RoomReading) => Result) => Promise<Result>
  /** Sends somebody away: the seat or the session was taken from them. */
  readonly expel: (seat: SeatId) => void
  /** Sends everybody away who, by the record as it is now, has no place here any more, or another. */
  readonly review: () => void
  /** What a private room of the same negotiation is handed of this one. */
  readonly side: TableSide
  /** Drops what is in memory and sends everybody away to come back: the table this room looks at was dropped. */
  readonly abandon: () => void
  /** Once all that was received is on disk and acknowledged, tells everybody that the server is going, and closes their connections. */
  readonly dismiss: (why: string) => Promise<void>
  readonly members: () => number
  /** Whether a deadline runs here: the room stays in memory to keep it. */
  readonly awaits: () => boolean
  /** Resolves when all that was received before is on disk, or lost. */
  readonly settled: () => Promise<void>
  /** Keeps a snapshot if one is worth it. */
  readonly keepSnapshot: () => Promise<void>
  /** Resolves when no commit of this room is under way. */
  readonly quiet: () => Promise<void>
  /** Lets go of everything. What waits is given up. */
  readonly close: () => void
}

/** What goes into a commit, and who is to be told with it that so many frames with words of theirs are saved. */
type Taking = Harvest & { readonly saved: readonly Saved[] }

export type RoomEvents = {
  /** Called at most once, when the room's memory has been given up. */
  readonly fenced: () => void
  /** Who sits where has changed, and it is on disk. */
  readonly reseated: () => void
}

/** Opens a loaded room. A private one is handed the table it belongs to. */
export function openRoom(loaded: LoadedRoom, host: Host, { fenced, reseated }: RoomEvents, table?: TableSide): Room {
  const { room } = loaded
  const { time, log, limits } = host
  const proceedings = openProceedings(loaded, host, { folding: () => void snapshots.keep() }, table)
  const { words } = proceedings
  const attendance = openAttendance(time, limits)
  const greeter = openGreeter(proceedings, host)
  const outbox = openOutbox({ commits: host.commits, harvest, stored, failed, fault: (error) => fence('room-reloading', error) })
  const settled = () => afterAll(() => undefined)
  const acknowledging = openAcknowledging({ attendance, outbox, window })
  const seating = openSeating(proceedings, attendance)
  const deadlines = openDeadlines({
    proceedings,
    time,
    changed: () => outbox.changed(0),
    fault: (error) => fence('room-reloading', error),
  })
  const receiving = openReceiving({ proceedings, attendance, outbox, acknowledging, say, reseat, window, host })
  const snapshots = openSnapshots({ proceedings, settled, closed: outbox.closed, host })

  /** Whatever goes wrong in here is our own mistake. Memory is then not to be trusted, and no other room is concerned. */
  function receive(member: Member, bytes: Uint8Array): void {
    try {
      if (!outbox.closed() && !member.muted && member.ended === undefined) receiving(member, bytes)
    } catch (error) {
      fence('room-reloading', error)
    }
  }

  function harvest(): Taking {
    return { saved: acknowledging.take(), ...proceedings.take() }
  }

  function stored({ frames, saved }: Taking): void {
    acknowledging.tell(saved, frames)
    snapshots.stored()
  }

  /** Memory goes on without what could not be stored when that were only the leases of newcomers: they read all the same. */
  function failed(taking: Taking, error: unknown): boolean {
    const { growth } = taking
    const trusted = error instanceof StoreFault && growth !== undefined && growth.updates.length === 0 && growth.entries.length === 0
    if (!trusted) {
      fence('storage-unavailable', error)
      return false
    }
    log({ event: 'room-unavailable', room, fault: faultOf(error) })
    proceedings.leases.withdraw(growth.leases ?? [])
    stored(taking)
    return true
  }

  function say(seat: SeatId, command: Command): CommandAnswer {
    const speaker = proceedings.speaker(seat)
    if (speaker === undefined) return { ok: false, refusal: { code: 'unknown', what: 'seat', id: seat } }
    try {
      return proceedings.say(speaker, command)
    } catch (error) {
      fence('room-reloading', error)
      throw error
    } finally {
      if (proceedings.waits()) outbox.changed(window())
      deadlines.attend()
    }
  }

  /** A right that is gone is gone for the next frame already. Once that is on disk, and answered, whoever has no place here is sent away. */
  function reseat(): void {
    if (seating.changed()) outbox.afterwards(() => reseated)
  }

  function window(): number {
    return patience(attendance.count())
  }

  function fence(why: CloseReason, error: unknown): void {
    if (outbox.closed()) return
    log({ event: 'room-fenced', room, why, fault: faultOf(error) })
    stop(why)
    fenced()
  }

  function afterAll(then: () => void): Promise<void> {
    return new Promise((resolve) => {
      const say = () => {
        then()
        resolve()
      }
      outbox.afterwards(() => say, 0, resolve)
    })
  }

  function stop(why: CloseReason): void {
    deadlines.close()
    outbox.close()
    greeter.close()
    words.close()
    attendance.dismiss(why)
  }

  deadlines.attend()
  words.rest()

  return {
    awaits: deadlines.run,
    join: openReception({ proceedings, attendance, outbox, greeter, window, host }),
    receive,
    submit(seat, command) {
      return new Promise((resolve) => {
        const answer = say(seat, command)
        outbox.afterwards(
          () => () => resolve(answer),
          window(),
          () => resolve({ ok: false, refusal: { code: 'storage-unavailable' } }),
        )
        reseat()
      })
    },
    read(look) {
      return new Promise((resolve, reject) => {
        const prepare = () => {
          try {
            const result = look(readingOf(proceedings))
            return () => resolve(result)
          } catch (error) {
            return () => reject(error)
          }
        }
        outbox.afterwards(prepare, 0, () => reject(new RoomFenced()))
      })
    },
    review: seating.review,
    side: { negotiation: proceedings.negotiation, readings: proceedings.readings, amended: proceedings.amended },
    abandon: () => fence('room-reloading', new RoomFenced()),
    expel(seat) {
      for (const member of attendance.of(seat)) member.end('not-allowed')
    },
    dismiss(why) {
      return afterAll(() => {
        attendance.broadcast(outgoing(writeMessage({ kind: 'going-away', why })))
        attendance.dismiss('going-away')
      })
    },
    members: attendance.count,
    settled,
    keepSnapshot: snapshots.keep,
    quiet: outbox.quiet,
    close: () => stop('going-away'),
  }
}

function readingOf({ room, epoch, words, ...proceedings }: Proceedings): RoomReading {
  const head = proceedings.head()
  return {
    room,
    epoch,
    head,
    negotiation: proceedings.negotiation(),
    readings: proceedings.readings(),
    entries: proceedings.between(0, head.seq),
    get doc() {
      return words.doc
    },
  }
}
