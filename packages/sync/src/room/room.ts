/**
 * The server's end of one room: the one straight line a frame takes.
 *
 *     limits → decode → gate → apply to memory → queue → one transaction for all rooms → broadcast → acknowledge
 *
 * Nothing leaves a room that is not on disk: what others are sent, what the author is told was saved, and every answer wait for the commit
 * that holds all the server knew when it gave them. When a commit fails, or memory is not what the gate took it for, the room is fenced:
 * memory is dropped, everybody is sent away to come back, and the room is loaded again from what is stored.
 */
import { whyNotAdmitted, type Negotiation, type SeatId } from '@entente/agreement'
import { StoreFault } from '@entente/store'
import type { CloseReason } from '../close.ts'
import { readClientMessage, readFrame, writeMessage } from '../frames.ts'
import type { GateRefusal } from '../gate/index.ts'
import type { ServerMessage } from '../messages.ts'
import { openAttendance } from './attendance.ts'
import { openGatekeeper } from './gatekeeper.ts'
import { openGreeter } from './greeting.ts'
import { RoomFenced, type CommandAnswer, type Host, type RoomReading } from './host.ts'
import type { LoadedRoom } from './load.ts'
import { faultOf } from './log.ts'
import type { Member } from './member.ts'
import { openOutbox } from './outbox.ts'
import { patience } from './patience.ts'
import { openProceedings, type Command, type Harvest } from './proceedings.ts'
import { openReception, type Reception } from './reception.ts'
import { openSnapshots } from './snapshot.ts'
import { outgoing, together } from './socket.ts'
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
type Taking = Harvest & { readonly saved: readonly { readonly member: Member; readonly updates: number }[] }

/** A timer cannot wait longer than 24 days; a deadline further away is looked at again after six hours. */
const LONGEST_WAIT = 6 * 3_600_000

export type RoomEvents = {
  /** Called at most once, when the room's memory has been given up. */
  readonly fenced: () => void
  /** Who sits where has changed, and it is on disk. */
  readonly reseated: () => void
}

/** Opens a loaded room. A private one is handed the table it belongs to. */
export function openRoom(loaded: LoadedRoom, host: Host, { fenced, reseated }: RoomEvents, table?: TableSide): Room {
  const { room, epoch } = loaded
  const { time, log, limits } = host
  const proceedings = openProceedings(loaded, host, { folding: () => void snapshots.keep() }, table)
  const { words } = proceedings
  const attendance = openAttendance(time, limits)
  const greeter = openGreeter(proceedings, host)
  let stopWaiting: (() => void) | undefined
  let seating = seatingOf(proceedings.negotiation())
  /** Whose words go into the next commit. */
  let awaitSaved = new Set<Member>()
  const gatekeeper = openGatekeeper(proceedings, log)
  const outbox = openOutbox({ commits: host.commits, harvest, stored, failed, fault: (error) => fence('room-reloading', error) })
  const settled = () => afterAll(() => undefined)
  const snapshots = openSnapshots({ proceedings, settled, closed: outbox.closed, host })

  /** Whatever goes wrong in here is our own mistake. Memory is then not to be trusted, and no other room is concerned. */
  function receive(member: Member, bytes: Uint8Array): void {
    try {
      if (!outbox.closed() && !member.muted && member.ended === undefined) take(member, bytes)
    } catch (error) {
      fence('room-reloading', error)
    }
  }

  function take(member: Member, bytes: Uint8Array): void {
    const now = time.now()
    if (bytes.byteLength > limits.frameBytes) return member.end('too-large')
    const { frames, bytes: volume, syncs } = member.allowance
    if (!frames.spend(now) || !volume.spend(now, bytes.byteLength)) return member.end('rate-limited')
    const frame = readFrame(bytes)
    if (frame === undefined) return member.end('malformed')
    switch (frame.kind) {
      case 'step-1':
        return syncs.spend(now) ? takeRequest(member, frame.stateVector) : member.end('rate-limited')
      case 'step-2':
        member.reconciled = true
        return takeWords(member, frame.update, now)
      case 'update':
        return takeWords(member, frame.update, now)
      case 'awareness':
        return takeCaret(member, frame.update)
      case 'query-awareness':
        return syncs.spend(now) ? outbox.afterwards(() => () => member.send(together(...attendance.carets()))) : member.end('rate-limited')
      case 'message':
        return frame.json.length > limits.commandBytes ? member.end('too-large') : takeMessage(member, frame.json, now)
      default:
        return frame satisfies never
    }
  }

  /** Words: gate, memory, queue. The commit that takes them sends them on and acknowledges them. */
  function takeWords(member: Member, update: Uint8Array, now: number): void {
    if (!member.reconciled) {
      member.taken += 1
      return
    }
    if (proceedings.queued() + update.byteLength > limits.queuedBytes) return member.end('room-busy')
    const outcome = gatekeeper(member, update, now)
    if (outcome.kind === 'refusal') return refuse(member, outcome, update)
    if (!outcome.noop) {
      for (const client of outcome.authors.keys()) proceedings.leases.hold(client, member.seat)
      words.take(member.seat, update, outcome)
      outbox.changed(window())
    }
    acknowledge(member)
  }

  /** `saved` comes in the same write as the words of others, unless they wait for nothing. */
  function acknowledge(member: Member): void {
    member.taken += 1
    if (awaitSaved.has(member)) return
    if (member.welcomed && outbox.waits()) {
      awaitSaved.add(member)
      outbox.changed(window())
    } else
      outbox.afterwards(() => {
        const updates = member.taken
        return () => tell(member, { kind: 'saved', updates })
      }, window())
  }

  function harvest(): Taking {
    const saved = Array.from(awaitSaved, (member) => ({ member, updates: member.taken }))
    awaitSaved = new Set()
    return { ...proceedings.take(), saved }
  }

  function stored({ frames, saved }: Taking): void {
    const told = new Map(saved.map(({ member, updates }) => [member, outgoing(writeMessage({ kind: 'saved', updates }))]))
    if (frames.length > 0) attendance.broadcast(outgoing(...frames), told)
    else for (const [member, message] of told) member.send(message)
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

  /** A refusal ends the document it was written in: Yjs can never apply what the same author writes after it. */
  function refuse(member: Member, { code, rule, root }: GateRefusal, update: Uint8Array): void {
    const { seat, client } = member
    log({ event: 'update-refused', room, seat, client, code, rule, bytes: update.byteLength })
    member.muted = true
    outbox.afterwards(() => () => {
      tell(member, { kind: 'refused', code, ...(root !== undefined && { root }) })
      member.end('update-refused')
    })
  }

  function takeRequest(member: Member, stateVector: Uint8Array): void {
    outbox.afterwards(() => {
      const answer = words.answer(stateVector)
      return () => (answer === undefined ? member.end('malformed') : member.send(answer))
    })
  }

  function takeCaret(member: Member, update: Uint8Array): void {
    const taken = attendance.caret(member, update)
    if (taken === undefined) return member.end('malformed')
    if (taken.strangers === 0 || member.forged) return
    member.forged = true
    log({ event: 'awareness-forged', room, seat: member.seat, client: member.client })
  }

  function takeMessage(member: Member, json: string, now: number): void {
    const message = readClientMessage(json)
    if (message === undefined) return member.end('malformed')
    const { request } = message
    const answer: CommandAnswer = member.allowance.commands.spend(now)
      ? say(member.seat, message)
      : { ok: false, refusal: { code: 'rate-limited' } }
    outbox.afterwards(() => () => tell(member, { kind: 'answer', request, ...answer }), window())
    reseat()
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
      attend()
    }
  }

  /** A right that is gone is gone for the next frame already. Once that is on disk, and answered, whoever has no place here is sent away. */
  function reseat(): void {
    const now = seatingOf(proceedings.negotiation())
    if (now.every((part, index) => part === seating[index])) return
    seating = now
    outbox.afterwards(() => reseated)
  }

  function review(): void {
    for (const member of attendance.all()) {
      const party = proceedings.speaker(member.seat)?.party
      const barred = party && whyNotAdmitted(proceedings.negotiation(), party)
      if (party === undefined) member.end('not-allowed')
      else if (party.party !== member.party) member.end('seat-moved')
      else if (barred !== undefined) member.end(barred)
    }
  }

  /** Does what has fallen due, and comes back when the next thing does. */
  function attend(): void {
    stopWaiting?.()
    proceedings.perform()
    if (proceedings.waits()) outbox.changed(0)
    const deadline = proceedings.deadline()
    stopWaiting = deadline === undefined ? undefined : time.after(Math.min(LONGEST_WAIT, Math.max(1, deadline - time.now())), attendLater)
  }

  function attendLater(): void {
    try {
      attend()
    } catch (error) {
      fence('room-reloading', error)
    }
  }

  function tell(member: Member, message: ServerMessage): void {
    member.send(outgoing(writeMessage(message)))
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
    stopWaiting?.()
    outbox.close()
    greeter.close()
    words.close()
    attendance.dismiss(why)
  }

  attend()
  words.rest()

  return {
    awaits: () => proceedings.deadline() !== undefined,
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
          const head = proceedings.head()
          const negotiation = proceedings.negotiation()
          const entries = proceedings.between(0, head.seq)
          const reading = {
            room,
            epoch,
            negotiation,
            readings: proceedings.readings(),
            entries,
            head,
            get doc() {
              return words.doc
            },
          }
          try {
            const result = look(reading)
            return () => resolve(result)
          } catch (error) {
            return () => reject(error)
          }
        }
        outbox.afterwards(prepare, 0, () => reject(new RoomFenced()))
      })
    },
    review,
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

/** What of the record says who has a place in the room. */
function seatingOf({ seats, parties, withdrawnSeats, privateRoom, sittings }: Negotiation): readonly unknown[] {
  return [seats, parties, withdrawnSeats, privateRoom?.parties, sittings]
}
