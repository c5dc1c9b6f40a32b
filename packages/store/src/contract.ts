/**
 * Where rooms are kept: the one contract every store keeps and the one suite (`./suite`) that says so.
 *
 * A room is two streams that only grow, updates of the words and entries of the journal, each numbered from 1 without a gap. Whatever a
 * promise of this contract has answered is on disk: what a person is told was saved outlives the process. Every method is all or
 * nothing. What a user can cause is an answer; what only we or the machine can cause is thrown (see `failure.ts`).
 */
import type { Entry, RoomId, SeatId, Timestamp } from '@entente/agreement'
import type { SignIn } from './sign-in.ts'

/** Who writes words: a seat, or the server for what it writes by itself (an import, the first words of a clause). */
export type Writer = SeatId | 'server'

/** One accepted change of a room's words. */
export type StoredUpdate = {
  /** 1 for the first update of a room. */
  readonly seq: number
  readonly at: Timestamp
  readonly by: Writer
  /** The Yjs clientIDs whose structs the update brings. One that nobody had leased counts as leased to the writer from then on. */
  readonly clients: readonly number[]
  /** A Yjs update, encoding v1, as the server's own document encoded it. */
  readonly bytes: Uint8Array
}

/** What a room gains in one commit. */
export type Growth = {
  readonly room: RoomId
  readonly epoch: number
  /** The last update and the last entry the writer knows of; 0 when there is none. If the store knows another, the writer is `Fenced`. */
  readonly expect: { readonly update: number; readonly entry: number }
  /** Numbered by the store, from `expect.update + 1` in the order given. */
  readonly updates: readonly Omit<StoredUpdate, 'seq'>[]
  /** Linked to the last entry of the room. */
  readonly entries: readonly Entry[]
  /** ClientIDs that are leased with it, drawn by the writer. One that the room has seen before is a `TypeError`. */
  readonly leases?: readonly Lease[]
}

/** Who writes under a clientID. */
export type Lease = { readonly client: number; readonly writer: Writer }

export type Batch = { readonly rooms: readonly Growth[] }

/** All words of a room up to an update, so that opening it need not replay its whole life. Derived: the updates stay. */
export type Snapshot = {
  /** The last update it contains. */
  readonly uptoUpdate: number
  readonly bytes: Uint8Array
  /** SHA-256 of `bytes`, 64 hex digits. */
  readonly sha256: string
}

export type StoredRoom = {
  readonly room: RoomId
  readonly createdAt: Timestamp
  /** Which life of the room this is: raised when it is restored from a backup, because replicas of another life must not merge with it. Starts at 1. */
  readonly epoch: number
  /** All entries, read back through the schema, their chain verified. */
  readonly entries: readonly Entry[]
  /** The newest snapshot whose hash is right. */
  readonly snapshot: Snapshot | undefined
  /** The updates after the snapshot, or all of them. */
  readonly updates: readonly StoredUpdate[]
  readonly leases: ReadonlyMap<number, Writer>
  /** The `uptoUpdate` of newer snapshots that were passed over because their hash is wrong. Nothing is lost, but the disk needs a look. */
  readonly damagedSnapshots: readonly number[]
}

/** How many snapshots of a room are kept. */
export const KEPT_SNAPSHOTS = 3

/** How many clientIDs may be leased at once. */
export const MAX_LEASE = 64

export interface Rooms {
  create(room: RoomId, at: Timestamp): Promise<'created' | 'exists'>

  /** Every room, oldest first. */
  list(): Promise<readonly RoomId[]>

  /** A room as it stands, or nothing when there is none of that name. Throws `Corrupt` when its record or its words do not hold together. */
  load(room: RoomId): Promise<StoredRoom | undefined>

  /** The entries after `seq`, verified against the one at `seq`; none when the journal ends there or before. Throws `Corrupt`, `UnknownRoom`. */
  entriesSince(room: RoomId, seq: number): Promise<readonly Entry[]>

  /** The updates after `seq`, all of them, snapshot or not, each verified. Throws `Corrupt`, `UnknownRoom`. */
  updatesSince(room: RoomId, seq: number): Promise<readonly StoredUpdate[]>

  /**
   * Begins another life of the room: its epoch becomes `least`, or one more than it is if that is more. Answers it. Whoever restores the
   * same backup twice must not come to the same epoch twice, so `least` is the moment of the restore rather than a count.
   */
  raiseEpoch(room: RoomId, least: number): Promise<number>

  /**
   * Writes what every room of the batch gained, in one transaction: durable when the promise is kept, nothing written when it is broken.
   *
   * Throws `Fenced`, naming the room, when the writer's idea of it is out of date, and a `TypeError` for an entry that could not be read
   * back or a clientID that is leased already. After a `StoreFault` the writer forgets what it has in memory and loads the rooms again: no one may have seen the rest.
   */
  commit(batch: Batch): Promise<void>

  /** Keeps a snapshot, read back and compared, and forgets all but the newest `KEPT_SNAPSHOTS`. Throws a `TypeError` when the hash is not that of the bytes, `Fenced` when it goes beyond the last update. */
  saveSnapshot(room: RoomId, snapshot: Snapshot): Promise<void>

  /**
   * Leases clientIDs for a Yjs document: 1 to 2³⁰−1, at random, never one that this room has seen before, whether leased or named by an
   * update. A lease does not end. `count` is at most `MAX_LEASE`, else a `RangeError`.
   */
  lease(room: RoomId, writer: Writer, count: number): Promise<readonly number[]>

  /** Every clientID ever leased in the room, and to whom. */
  leases(room: RoomId): Promise<ReadonlyMap<number, Writer>>
}

export interface Store {
  readonly rooms: Rooms
  readonly signIn: SignIn
  /** Lets go of the file. Nothing else may be called after it. */
  close(): Promise<void>
}

/** A random whole number from 0 to 2³²−1, each as likely as any other. */
export type Random = () => number
