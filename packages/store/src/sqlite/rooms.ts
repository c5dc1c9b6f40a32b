/** Rooms in SQLite. */
import { Fingerprint, NO_ENTRIES, RoomId, SeatId, Timestamp, type Entry, type Head } from '@entente/agreement'
import { z } from 'zod'
import { KEPT_SNAPSHOTS, type Batch, type Random, type Rooms, type Snapshot, type StoredRoom, type Writer } from '../contract.ts'
import { sha256 } from '../digest.ts'
import { Corrupt, Fenced, StoreFault, UnknownRoom } from '../failure.ts'
import { grow, readEntries, type EntryLine, type RoomHead } from '../growth.ts'
import { alreadyLeased, freshClients } from '../lease.ts'
import type { Connection } from './connection.ts'
import { readable } from './fault.ts'
import { openLog, type RoomRow } from './log.ts'

const Line: z.ZodType<EntryLine> = z.object({ seq: z.int(), hash: Fingerprint, text: z.string() })
const Lease = z.object({ client: z.int(), writer: z.union([z.literal('server'), SeatId]) })
const Row = z.object({ id: z.int(), room: RoomId, createdAt: Timestamp, epoch: z.int() })
const Named = z.object({ room: RoomId })
const Raised = z.object({ epoch: z.int() })
const Kept = z.object({ uptoUpdate: z.int(), sha256: z.string(), bytes: z.instanceof(Uint8Array) })

/** How many clientIDs of a room. */
const LEASES_REMEMBERED = 1_024

export function openRooms(connection: Connection, random: Random): Rooms {
  return new SqliteRooms(connection, random)
}

class SqliteRooms implements Rooms {
  readonly #connection: Connection
  readonly #random: Random
  readonly #log
  readonly #sql
  /** Where rooms stand, so that a commit need not read. True while this process holds the lock and every transaction that changed it was kept. */
  readonly #heads = new Map<RoomId, RoomRow & RoomHead>()
  /** ClientIDs whose leases are on disk, of those that wrote lately: whoever types need not be looked up for every key. */
  readonly #leased = new Map<RoomId, Set<number>>()

  constructor(connection: Connection, random: Random) {
    this.#connection = connection
    this.#random = random
    this.#log = openLog(connection)
    this.#sql = statements(connection)
  }

  async create(room: RoomId, at: Timestamp) {
    return this.#connection.write(() => (this.#sql.create.run(room, at).changes === 1 ? 'created' : 'exists'))
  }

  async list() {
    return this.#connection.read(() => this.#sql.list.all().map((row) => Named.parse(row).room))
  }

  async load(room: RoomId): Promise<StoredRoom | undefined> {
    return this.#connection.read(() => {
      const row = this.#find(room)
      if (row === undefined) return undefined
      const { id, createdAt, epoch } = row
      const { snapshot, damagedSnapshots } = this.#newestSnapshot(row)
      const entries = this.#entries(row, NO_ENTRIES)
      const updates = this.#log.since(row, snapshot?.uptoUpdate ?? 0)
      const { seq, hash } = entries.at(-1) ?? NO_ENTRIES
      // Whoever loads a room is about to write it.
      const head = { id, room, epoch, update: updates.at(-1)?.seq ?? snapshot?.uptoUpdate ?? 0, entry: { seq, hash } }
      if (!this.#connection.readOnly && !this.#heads.has(room)) this.#heads.set(room, head)
      return { room, createdAt, epoch, entries, snapshot, updates, leases: this.#leases(row), damagedSnapshots }
    })
  }

  async entriesSince(room: RoomId, seq: number): Promise<readonly Entry[]> {
    return this.#connection.read(() => {
      const row = this.#known(room)
      const before = seq === 0 ? NO_ENTRIES : this.#line(row, seq)
      return before === undefined ? [] : this.#entries(row, before)
    })
  }

  async updatesSince(room: RoomId, seq: number) {
    return this.#connection.read(() => this.#log.since(this.#known(room), seq))
  }

  async raiseEpoch(room: RoomId, least: number) {
    this.#heads.delete(room)
    return this.#connection.write(() => Raised.parse(this.#sql.raiseEpoch.get(least, this.#known(room).id)).epoch)
  }

  async commit({ rooms }: Batch) {
    const heads = new Map<RoomId, RoomRow & RoomHead>()
    try {
      this.#connection.write(() => {
        for (const growth of rooms) {
          const before = heads.get(growth.room) ?? this.#head(growth.room)
          const { head, lines } = grow(before, growth)
          for (const { client, writer } of growth.leases ?? [])
            if (this.#sql.lease.run(before.id, client, writer).changes !== 1) throw alreadyLeased(growth.room, client)
          for (const { seq, hash, text } of lines) this.#sql.addEntry.run(before.id, seq, hash, text)
          if (growth.updates.length > 0) this.#log.append(before, before.update, growth.updates)
          const leased = this.#leasedIn(growth.room)
          for (const { by, clients } of growth.updates)
            for (const client of clients) if (!leased.has(client)) this.#sql.lease.run(before.id, client, by)
          heads.set(growth.room, { id: before.id, room: growth.room, ...head })
        }
        this.#log.place()
      })
    } catch (error) {
      // After a fault nobody knows what the disk has until it is read again.
      this.#heads.clear()
      this.#leased.clear()
      this.#log.recount()
      throw error
    }
    for (const [room, head] of heads) this.#heads.set(room, head)
    for (const { room, updates } of rooms) for (const { clients } of updates) for (const client of clients) this.#leasedIn(room).add(client)
  }

  async saveSnapshot(room: RoomId, { uptoUpdate, bytes, sha256: hash }: Snapshot) {
    if (sha256(bytes) !== hash) throw new TypeError(`The snapshot of ${room} does not have the hash it claims`)
    this.#connection.write(() => {
      const { id, epoch, update, entry } = this.#head(room)
      const found = { epoch, update, entry: entry.seq }
      if (uptoUpdate > update) throw new Fenced(room, { ...found, update: uptoUpdate }, found)
      this.#sql.saveSnapshot.run(id, uptoUpdate, hash, bytes)
      const kept = Kept.parse(this.#sql.snapshot.get(id, uptoUpdate))
      if (Buffer.compare(kept.bytes, bytes) !== 0)
        throw new StoreFault('input-output', `The snapshot of ${room} was not read back as it was written`)
      this.#sql.dropSnapshots.run(id, KEPT_SNAPSHOTS)
    })
  }

  async lease(room: RoomId, writer: Writer, count: number) {
    return this.#connection.write(() => {
      const { id } = this.#head(room)
      const clients = freshClients(count, this.#random, (client) => this.#sql.isLeased.get(id, client) !== undefined)
      for (const client of clients) this.#sql.lease.run(id, client, writer)
      return clients
    })
  }

  async leases(room: RoomId) {
    return this.#connection.read(() => this.#leases(this.#known(room)))
  }

  #leasedIn(room: RoomId): Set<number> {
    const known = this.#leased.get(room)
    if (known !== undefined && known.size < LEASES_REMEMBERED) return known
    const none = new Set<number>()
    this.#leased.set(room, none)
    return none
  }

  #find(room: RoomId) {
    const row = this.#sql.find.get(room)
    return row === undefined ? undefined : Row.parse(row)
  }

  #known(room: RoomId) {
    const row = this.#find(room)
    if (row === undefined) throw new UnknownRoom(room)
    return row
  }

  #head(room: RoomId): RoomRow & RoomHead {
    const remembered = this.#heads.get(room)
    if (remembered !== undefined) return remembered
    const { id, epoch } = this.#known(room)
    const last = this.#sql.lastEntry.get(id)
    const entry = last === undefined ? NO_ENTRIES : Line.parse(last)
    const head = { id, room, epoch, update: this.#log.end({ id, room }), entry: { seq: entry.seq, hash: entry.hash } }
    this.#heads.set(room, head)
    return head
  }

  #newestSnapshot({ id }: RoomRow): Pick<StoredRoom, 'snapshot' | 'damagedSnapshots'> {
    const damagedSnapshots: number[] = []
    for (const found of this.#sql.snapshots.iterate(id)) {
      const snapshot = Kept.parse(found)
      if (sha256(snapshot.bytes) === snapshot.sha256) return { snapshot, damagedSnapshots }
      damagedSnapshots.push(snapshot.uptoUpdate)
    }
    return { snapshot: undefined, damagedSnapshots }
  }

  /** The entries after a head, verified. Throws `Corrupt`. */
  #entries({ id, room }: RoomRow, after: Head): readonly Entry[] {
    const { rows, whole } = readable(Line, this.#sql.entries.iterate(id, after.seq))
    const entries = readEntries(room, after, rows)
    if (!whole) throw new Corrupt(room, 'entries', after.seq + entries.length + 1, 'unreadable')
    return entries
  }

  #line({ id }: RoomRow, seq: number) {
    const row = this.#sql.entry.get(id, seq)
    return row === undefined ? undefined : Line.parse(row)
  }

  #leases({ id }: RoomRow): ReadonlyMap<number, Writer> {
    return new Map(
      this.#sql.leases
        .all(id)
        .map((row) => Lease.parse(row))
        .map(({ client, writer }) => [client, writer]),
    )
  }
}

function statements({ database }: Connection) {
  const line = 'SELECT seq, hash, entry AS text FROM entries WHERE room = ?'
  const snapshot = 'SELECT upto AS uptoUpdate, sha256, bytes FROM snapshots WHERE room = ?'
  return {
    create: database.prepare('INSERT INTO rooms (room, created_at, epoch) VALUES (?, ?, 1) ON CONFLICT DO NOTHING'),
    list: database.prepare('SELECT room FROM rooms ORDER BY id'),
    find: database.prepare('SELECT id, room, created_at AS createdAt, epoch FROM rooms WHERE room = ?'),
    raiseEpoch: database.prepare('UPDATE rooms SET epoch = max(epoch + 1, ?) WHERE id = ? RETURNING epoch'),
    addEntry: database.prepare('INSERT INTO entries (room, seq, hash, entry) VALUES (?, ?, ?, ?)'),
    entries: database.prepare(`${line} AND seq > ? ORDER BY seq`),
    entry: database.prepare(`${line} AND seq = ?`),
    lastEntry: database.prepare(`${line} ORDER BY seq DESC LIMIT 1`),
    saveSnapshot: database.prepare('INSERT OR REPLACE INTO snapshots (room, upto, sha256, bytes) VALUES (?, ?, ?, ?)'),
    snapshots: database.prepare(`${snapshot} ORDER BY upto DESC`),
    snapshot: database.prepare(`${snapshot} AND upto = ?`),
    dropSnapshots: database.prepare(
      'DELETE FROM snapshots WHERE room = ?1 AND upto NOT IN (SELECT upto FROM snapshots WHERE room = ?1 ORDER BY upto DESC LIMIT ?2)',
    ),
    lease: database.prepare('INSERT INTO leases (room, client, writer) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    isLeased: database.prepare('SELECT 1 FROM leases WHERE room = ? AND client = ?'),
    leases: database.prepare('SELECT client, writer FROM leases WHERE room = ?'),
  }
}
