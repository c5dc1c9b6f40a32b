/**
 * What only we or the machine can cause. Users cannot, so these are thrown. Each has a `code` for logs and for the person who runs it.
 */
import type { RoomId } from '@entente/agreement'

/** What the machine would not do, in the words of whoever has to fix it. */
export type FaultReason = 'disk-full' | 'read-only' | 'input-output' | 'damaged-file' | 'cannot-open' | 'busy' | 'out-of-memory'

/** The machine could not do it: nothing was written. It may work later, so reading goes on and writing is tried again. */
export class StoreFault extends Error {
  readonly code = 'store-fault'
  readonly reason: FaultReason
  /** SQLite's extended result code (https://sqlite.org/rescode.html), where SQLite said it. */
  readonly sqlite: number | undefined

  constructor(reason: FaultReason, message: string, { sqlite, cause }: { readonly sqlite?: number; readonly cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'StoreFault'
    this.reason = reason
    this.sqlite = sqlite
  }
}

/** Where a room stands: its epoch, its last update, its last entry. */
export type Standing = { readonly epoch: number; readonly update: number; readonly entry: number }

/** Somebody else wrote the room, or it was restored: the writer's idea of it is out of date. Nothing of the batch was written. */
export class Fenced extends Error {
  readonly code = 'fenced'
  readonly room: RoomId
  readonly expected: Standing
  readonly found: Standing

  constructor(room: RoomId, expected: Standing, found: Standing) {
    const say = ({ epoch, update, entry }: Standing) => `epoch ${epoch}, update ${update}, entry ${entry}`
    super(`${room} is at ${say(found)}, not at ${say(expected)}`)
    this.name = 'Fenced'
    this.room = room
    this.expected = expected
    this.found = found
  }
}

/** A row of a room is missing, changed or unreadable. Other rooms are not concerned. */
export class Corrupt extends Error {
  readonly code = 'corrupt'
  readonly room: RoomId
  readonly stream: 'entries' | 'updates'
  /** The first number of the stream that does not hold. */
  readonly seq: number
  readonly why: string

  constructor(room: RoomId, stream: 'entries' | 'updates', seq: number, why: string) {
    super(`${room}: ${stream} do not hold at ${seq} (${why})`)
    this.name = 'Corrupt'
    this.room = room
    this.stream = stream
    this.seq = seq
    this.why = why
  }
}

/** There is no room of that name. Whoever asks has created or loaded it before, so this is our mistake. */
export class UnknownRoom extends Error {
  readonly code = 'unknown-room'
  readonly room: RoomId

  constructor(room: RoomId) {
    super(`There is no room ${room}`)
    this.name = 'UnknownRoom'
    this.room = room
  }
}

/** Another process has the file open for writing. */
export class StoreInUse extends Error {
  readonly code = 'store-in-use'
  readonly path: string

  constructor(path: string) {
    super(`${path} is in use by another process`)
    this.name = 'StoreInUse'
    this.path = path
  }
}

/** The file was written by a newer version of Entente. Nothing was changed in it. */
export class SchemaTooNew extends Error {
  readonly code = 'schema-too-new'
  readonly path: string
  readonly found: number
  readonly known: number

  constructor(path: string, found: number, known: number) {
    super(`${path} has schema ${found}; this version of Entente knows schemas up to ${known}`)
    this.name = 'SchemaTooNew'
    this.path = path
    this.found = found
    this.known = known
  }
}
